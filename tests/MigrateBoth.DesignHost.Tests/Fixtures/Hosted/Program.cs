using Microsoft.EntityFrameworkCore;

Console.WriteLine("starting up");
var builder = WebApplication.CreateBuilder(args);
var switchName = builder.Configuration["switch"] ?? "DATABASE_TYPE";
var type = builder.Configuration[switchName] ?? throw new InvalidOperationException($"Set {switchName}.");
builder.Services.AddDbContext<VisitContext>(options => _ = type.ToUpperInvariant() switch
{
    "SQLITE" => options.UseSqlite("Data Source=/nowhere/at/all.db"),
    "MYSQL" => options.UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.4.0-mysql")),
    _ => throw new InvalidOperationException($"Unknown {switchName}: {type}."),
});
builder.Services.AddSingleton<Clock>();
var app = builder.Build();
app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(
    () => throw new InvalidOperationException("The application must not start at design time."));
app.Run();

public sealed class Clock;

public sealed class VisitContext(DbContextOptions<VisitContext> options, Clock clock) : DbContext(options)
{
    public Clock Clock { get; } = clock;

    public DbSet<Visit> Visits => Set<Visit>();
}

public sealed class Visit
{
    public int Id { get; set; }

    public DateTime At { get; set; }
}
