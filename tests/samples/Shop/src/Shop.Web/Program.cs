using MigrateBoth.EntityFrameworkCore;

using Microsoft.EntityFrameworkCore;

using Shop.Data;
using Shop.Data.Catalog;
using Shop.Data.Orders;
using Shop.Web;

var builder = WebApplication.CreateBuilder(args);

// DATABASE_TYPE and DATABASE_URL choose the engine; the version is stated, so that no server is needed to add a migration.
builder.Services.AddMigrateBothDbContext<ShopContext>(builder.Configuration, options => options.ServerVersion("9.7.0"));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IOrderNumbers, RandomOrderNumbers>();
builder.Services.AddScoped<OrderService>();
builder.Services.AddScoped<ProductCatalog>();

var app = builder.Build();

if (app.Configuration.GetValue("MIGRATE_AT_START", app.Environment.IsDevelopment()))
{
    await using var scope = app.Services.CreateAsyncScope();
    await scope.ServiceProvider.GetRequiredService<ShopContext>().Database.MigrateAsync();
}

app.MapCatalog();
app.MapOrders();
app.Run();
