using Market;
using MigrateBoth.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMigrateBothDbContext<MarketContext>(builder.Configuration, options => options.UseStringSemantics().ServerVersion("9.7.4"));
using var host = builder.Build();
using var scope = host.Services.CreateScope();
var context = scope.ServiceProvider.GetRequiredService<MarketContext>();
Console.WriteLine($"{context.Database.ProviderName}: {context.Database.GetMigrations().Count()} migrations, {context.Products.Count()} products");
