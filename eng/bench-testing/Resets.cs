using System.Diagnostics;

using Microsoft.EntityFrameworkCore;

using Shop.Data;
using Shop.Data.Entities;

namespace MigrateBoth.Testing.Bench;

/// <summary>A reset after a test that wrote 50 rows, against dropping the database and migrating it again, in turn on the same machine.</summary>
internal static class Resets
{
    public static ResetResult Measure(int count)
    {
        using var database = new ParityDatabase<ShopContext>();
        using var other = new ParityDatabase<ShopContext>();
        var (resets, migrations) = (new List<double>(), new List<double>());
        for (var i = 0; i <= count; i++)
        {
            WriteRows(database);
            var clock = Stopwatch.StartNew();
            database.Reset();
            var reset = clock.Elapsed.TotalMilliseconds;

            WriteRows(other);
            using var context = other.CreateContext();
            clock.Restart();
            context.Database.EnsureDeleted();
            context.Database.Migrate();
            var migrate = clock.Elapsed.TotalMilliseconds;
            if (i > 0)
            {
                resets.Add(reset);
                migrations.Add(migrate);
            }
        }

        return new ResetResult(Median(resets), Median(migrations));
    }

    public static double Median(List<double> values)
    {
        values.Sort();
        var middle = values.Count / 2;
        return values.Count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    private static void WriteRows(ParityDatabase<ShopContext> database)
    {
        using var context = database.CreateContext();
        for (var i = 0; i < 10; i++)
        {
            // Ten orders of a customer with two lines and a new product: fifty rows in five tables.
            var product = new Product { Sku = $"P-{i}", Name = $"Product {i}", Price = 10, CategoryId = 1, Status = ProductStatus.OnSale };
            var order = new Order
            {
                Number = $"{i}",
                Customer = new Customer { Id = Guid.NewGuid(), Email = EmailAddress.Parse($"c{i}@example.org"), FirstName = "A", LastName = "B" },
                Currency = "EUR",
                ShippingAddress = new Address { Street = "S", City = "C", PostalCode = "1", CountryCode = "AT" },
            };
            order.Lines.Add(new OrderLine { ProductSku = product.Sku, Quantity = 1, UnitPrice = 10 });
            order.Lines.Add(new OrderLine { ProductSku = product.Sku, Quantity = 2, UnitPrice = 10 });
            context.AddRange(product, order);
        }

        if (context.SaveChanges() < 50)
        {
            throw new InvalidOperationException("Fewer than 50 rows were written.");
        }
    }
}
