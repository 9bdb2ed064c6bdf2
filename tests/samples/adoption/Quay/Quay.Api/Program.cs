using Microsoft.EntityFrameworkCore;
using Quay.Data;

var builder = WebApplication.CreateBuilder(args);

// The AppHost gives it; at design time there is none.
var connection = builder.Configuration.GetConnectionString("quay") ?? throw new InvalidOperationException("ConnectionStrings:quay is missing.");
builder.Services.AddDbContext<QuayContext>(options =>
{
    switch (builder.Configuration["Quay:Provider"])
    {
        case "MySql":
            options.UseMySql(connection, ServerVersion.Parse("8.4.0-mysql"), server => server.MigrationsAssembly("Quay.Data.MySql"));
            break;
        case "Sqlite":
            options.UseSqlite(connection, lite => lite.MigrationsAssembly("Quay.Data.Sqlite"));
            break;
        default:
            throw new NotSupportedException("Quay:Provider");
    }
});
builder.Build().Run();
