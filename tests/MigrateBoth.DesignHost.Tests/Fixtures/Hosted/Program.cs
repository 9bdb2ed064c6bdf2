using Microsoft.EntityFrameworkCore;

Console.WriteLine("starting up");
var builder = WebApplication.CreateBuilder(args);
var switchName = builder.Configuration["switch"] ?? "DATABASE_TYPE";
var type = builder.Configuration[switchName] ?? throw new InvalidOperationException($"Set {switchName}.");
builder.Services.AddDbContext<VisitContext>(options => _ = type.ToUpperInvariant() switch
{
    "SQLITE" => options.UseSqlite("Data Source=/nowhere/at/all.db"),
    "MYSQL" when Environment.GetEnvironmentVariable("HOSTED_AUTODETECT") is { } connection => options.UseMySql(connection, ServerVersion.AutoDetect(connection)),
    "MYSQL" => options.UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.4.0-mysql")),
    _ => throw new InvalidOperationException($"Unknown {switchName}: {type}."),
});
builder.Services.AddSingleton<Clock>();
builder.Services.AddHostedService<Ticker>();
var app = builder.Build();
app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(
    () => throw new InvalidOperationException("The application must not start at design time."));
app.Run();

public sealed class Clock;

/// <summary>Works in the background of the running application, and leaves a trace when it so much as exists.</summary>
public sealed class Ticker : BackgroundService
{
    public Ticker() => File.WriteAllText(Environment.GetEnvironmentVariable("HOSTED_TRACE")!, "made");

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Delay(Timeout.Infinite, stoppingToken);
}

/// <summary>Only the container can make it, and its model needs the application's settings file.</summary>
public sealed class VisitContext(DbContextOptions<VisitContext> options, Clock clock, IConfiguration configuration) : DbContext(options)
{
    public Clock Clock { get; } = clock;

    public DbSet<Visit> Visits => Set<Visit>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Visit>().ToTable(configuration["Visits:Table"]);
}

public sealed class Visit
{
    public int Id { get; set; }

    public DateTime At { get; set; }
}
