using Market;
using MigrateBoth.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

public sealed class MarketTests(ParityDatabase<MarketContext> database) : IClassFixture<ParityDatabase<MarketContext>>
{
    [Fact]
    public async Task An_order_is_kept_with_its_lines()
    {
        database.Reset();
        await using (var context = database.CreateContext())
        {
            var product = new Product { Sku = "A-1", Title = "Äpfel", Price = 2.5m, Weight = 1.25, Category = new Category { Name = "Fruit" }, Vendor = new Vendor { Name = "Orchard", Since = new DateTime(2020, 2, 29, 12, 0, 0) } };
            product.Tags.Add(new Tag { Word = "fresh" });
            context.Add(new Order { Customer = new Customer { Email = "a@b.c", Name = "Ann", Picture = [1, 2, 3] }, PlacedAt = new DateTime(2026, 1, 2, 3, 4, 5), State = OrderState.Paid, Lines = { new OrderLine { Product = product, Quantity = 2, Price = 2.5m } } });
            await context.SaveChangesAsync();
        }

        await using (var context = database.CreateContext())
        {
            var order = await context.Orders.Include(o => o.Lines).ThenInclude(l => l.Product).ThenInclude(p => p.Tags).SingleAsync();
            Assert.Equal((OrderState.Paid, "Äpfel", "fresh"), (order.State, order.Lines[0].Product.Title, order.Lines[0].Product.Tags[0].Word));
            Assert.Equal(2, await context.OrderLines.Where(l => l.Price > 2).SumAsync(l => l.Quantity));
        }
    }

    [Fact]
    public async Task An_email_is_taken_once()
    {
        database.Reset();
        await using var context = database.CreateContext();
        context.AddRange(new Customer { Email = "x@y.z", Name = "One" }, new Customer { Email = "x@y.z", Name = "Two" });
        await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync());
    }
}
