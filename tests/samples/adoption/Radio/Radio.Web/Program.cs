using Microsoft.EntityFrameworkCore;
using Radio.Data;

var builder = WebApplication.CreateBuilder(args);
var providers = new Dictionary<string, Action<DbContextOptionsBuilder>>(StringComparer.OrdinalIgnoreCase)
{
    ["embedded"] = options => options.UseSqlite("Data Source=radio.db", lite => lite.MigrationsAssembly("Radio.Migrations.Sqlite")),
    ["server"] = options => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"), server => server.MigrationsAssembly("Radio.Migrations.MySql")),
};
var storage = builder.Configuration.GetSection("Storage")["Kind"] ?? "embedded";
builder.Services.AddDbContext<RadioContext>(providers[storage]);
builder.Build().Run();
