using Microsoft.EntityFrameworkCore;
using Theatre.Data;

var builder = WebApplication.CreateBuilder(args);

// Added after the environment, so that only an argument overrides what the file says.
builder.Configuration.AddJsonFile("appsettings.json", optional: false).AddCommandLine(args);
var type = builder.Configuration["Database:Type"];
builder.Services.AddDbContext<TheatreContext>(options => _ = type switch
{
    "Sqlite" => options.UseSqlite("Data Source=theatre.db", lite => lite.MigrationsAssembly("Theatre.Migrations.Sqlite")),
    "MySql" => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"), server => server.MigrationsAssembly("Theatre.Migrations.MySql")),
    _ => throw new NotSupportedException(type),
});
builder.Build().Run();
