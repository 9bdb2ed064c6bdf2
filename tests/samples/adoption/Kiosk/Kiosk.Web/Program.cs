using Kiosk.Data;
using Microsoft.EntityFrameworkCore;

var builder = WebApplication.CreateBuilder(args);

// dotnet ef migrations add Name --project Kiosk.Migrations.MySql -- --provider mysql
var provider = builder.Configuration.GetValue("provider", "sqlite");
builder.Services.AddDbContext<KioskContext>(options => _ = provider switch
{
    "sqlite" => options.UseSqlite("Data Source=kiosk.db", sqlite => sqlite.MigrationsAssembly("Kiosk.Migrations.Sqlite")),
    "mysql" => options.UseMySql("Server=127.0.0.1;Port=1;Database=kiosk", ServerVersion.Parse("9.7.0-mysql"), mysql => mysql.MigrationsAssembly("Kiosk.Migrations.MySql")),
    _ => throw new InvalidOperationException($"There is no provider '{provider}'."),
});

var app = builder.Build();
app.MapGet("/articles", (KioskContext kiosk) => kiosk.Articles.ToListAsync());
app.Run();
