using Microsoft.EntityFrameworkCore;
using Orchard.Store;

var builder = WebApplication.CreateBuilder(args);
var kind = builder.Configuration["DatabaseKind"];
builder.Services.AddOrchardStore(options =>
{
    if (kind == "mysql")
    {
        options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"), server => server.MigrationsAssembly("Orchard.MySql"));
    }
    else
    {
        options.UseSqlite("Data Source=orchard.db", lite => lite.MigrationsAssembly("Orchard.Sqlite"));
    }
});
builder.Build().Run();
