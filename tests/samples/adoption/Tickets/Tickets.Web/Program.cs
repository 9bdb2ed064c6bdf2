using Microsoft.EntityFrameworkCore;
using Tickets.Data;

var builder = WebApplication.CreateBuilder(args);
var isServer = Environment.GetEnvironmentVariable("DB_PROVIDER") == "mysql";
builder.Services.AddDbContext<TicketContext>(options =>
{
    if (isServer)
    {
        options.UseMySql("Server=127.0.0.1;Port=1;Database=tickets", ServerVersion.Parse("9.7.0-mysql"), mysql => mysql.MigrationsAssembly("Tickets.Migrations.MySql"));
    }
    else
    {
        options.UseSqlite("Data Source=tickets.db");
    }
});

var app = builder.Build();
using (var scope = app.Services.CreateScope())
{
    var database = scope.ServiceProvider.GetRequiredService<TicketContext>().Database;
    if (isServer)
    {
        database.Migrate();
    }
    else
    {
        database.EnsureCreated();
    }
}

app.MapGet("/tickets", (TicketContext tickets) => tickets.Tickets.ToListAsync());
app.Run();
