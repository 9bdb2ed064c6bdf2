using Microsoft.EntityFrameworkCore;
using Sundial.Data;

var builder = WebApplication.CreateBuilder(args);
var store = builder.Configuration.GetValue("Store", Store.Sqlite.Name);
builder.Services.AddDbContext<SundialContext>(options =>
{
    if (store == Store.Sqlite.Name)
    {
        options.UseSqlite("Data Source=sundial.db", lite => lite.MigrationsAssembly(Store.Sqlite.Assembly));
    }

    if (store == Store.MySql.Name)
    {
        options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"), server => server.MigrationsAssembly(Store.MySql.Assembly));
    }
});
builder.Build().Run();

internal sealed record Store(string Name, string Assembly)
{
    public static readonly Store Sqlite = new("lite", "Sundial.Migrations.Sqlite");

    public static readonly Store MySql = new("classic", "Sundial.Migrations.MySql");
}
