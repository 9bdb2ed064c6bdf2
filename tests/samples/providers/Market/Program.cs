using Market;
using MigrateBoth.EntityFrameworkCore;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddMigrateBothDbContext<MarketContext>(builder.Configuration, options => options.UseStringSemantics().ServerVersion("9.7.4"));
using var host = builder.Build();
using var scope = host.Services.CreateScope();
using var context = scope.ServiceProvider.GetRequiredService<MarketContext>();
Console.WriteLine($"{context.Database.ProviderName}: {context.Database.GetMigrations().Count()} migrations, {context.Products.Count()} products");

// What one provider writes and another is to read back, in all tables.
if (args.Contains("fill"))
{
    var orchard = new Vendor { Id = new Guid("1F2E3D4C-5B6A-4978-8695-A4B3C2D1E0F0"), Name = "Orchard", Notes = "C:\\apples 😀", Since = new DateTime(2020, 2, 29, 12, 0, 0).AddTicks(1234560) };
    var apples = new Product { Sku = "A", Title = "Äpfel, 'rot'", Price = 2.50m, IsSold = true, Weight = 1.1, Category = new Category { Name = "Apples", Parent = new Category { Name = "Fruit" } }, Vendor = orchard };
    apples.Tags.Add(new Tag { Word = "fresh" });
    var ann = new Customer { Email = "ann@example.org", Name = "Ann ", Picture = [0, 1, 254, 255] };
    context.Add(new Order { Customer = ann, PlacedAt = new DateTime(2026, 1, 2, 3, 4, 5).AddTicks(9876540), State = OrderState.Paid, Lines = { new OrderLine { Product = apples, Quantity = 2, Price = -0.01m } } });
    context.AddRange(new Review { Product = apples, Customer = ann, Stars = 5, Text = "line\nline" }, new Review { Product = apples, Stars = -1 });
    context.SaveChanges();
}

if (args.Contains("show"))
{
    Show<Category>();
    Show<Vendor>();
    Show<Product>();
    Show<Tag>();
    Show<Customer>();
    Show<Order>();
    Show<OrderLine>();
    Show<Review>();
    Show<Dictionary<string, object>>("ProductTag");
}

void Show<T>(string? name = null)
    where T : class
{
    var rows = (name is null ? context.Set<T>() : context.Set<T>(name)).AsNoTracking().ToList();
    Console.WriteLine($"row {name ?? typeof(T).Name}: {JsonSerializer.Serialize(rows, new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.IgnoreCycles })}");
}
