using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

/// <summary>What is stored comes back as it was, on either engine.</summary>
public sealed class MappingTests(ShopDatabase database) : ShopTest(database)
{
    [Fact]
    public async Task A_customer_comes_back_with_address_birthday_and_preferences()
    {
        var customer = Some.Customer(1, "Zoë", "Ångström 🧪");
        customer.Birthday = new DateOnly(1990, 2, 28);
        customer.BillingAddress = Some.Address("Łódź");
        customer.Preferences = new() { Language = "de", Newsletter = true, FavouriteTags = ["knives", "Öl"] };
        await SaveAsync(customer);

        await using var context = NewContext();
        var read = await context.Customers.SingleAsync();
        Assert.Equal(("Zoë", "Ångström 🧪", new DateOnly(1990, 2, 28)), (read.FirstName, read.LastName, read.Birthday));
        Assert.Equal("Łódź", read.BillingAddress!.City);
        Assert.Equal(["knives", "Öl"], read.Preferences.FavouriteTags);
        Assert.Equal((Some.Noon, DateTimeKind.Utc), (read.RegisteredAt, read.RegisteredAt.Kind));
    }

    [Fact]
    public async Task An_instant_with_an_offset_is_found_by_its_instant()
    {
        var order = Some.Order("1", Some.Customer(1));
        order.PlacedAt = new DateTimeOffset(2026, 3, 14, 14, 30, 0, TimeSpan.FromHours(2));
        await SaveAsync(order);

        await using var context = NewContext();
        var noon = new DateTimeOffset(2026, 3, 14, 12, 30, 0, TimeSpan.Zero);
        Assert.Equal(noon, await context.Orders.Where(found => found.PlacedAt == noon).Select(found => found.PlacedAt).SingleAsync());
    }

    [Fact]
    public async Task Fractions_of_a_second_come_back_to_the_microsecond()
    {
        var entry = new AuditEntry { Action = "login", Subject = "ada", At = Some.Noon.AddTicks(1_234_567) };
        await SaveAsync(entry);

        await using var context = NewContext();
        Assert.Equal(Some.Noon.AddTicks(1_234_560), await context.AuditEntries.Select(found => found.At).SingleAsync());
    }

    [Fact]
    public async Task Money_is_rounded_to_cents_away_from_zero()
    {
        await SaveAsync(Some.Product("M-1", "Mug", 1.005m), Some.Product("M-2", "Mortar", 2.994m));

        await using var context = NewContext();
        Assert.Equal([1.01m, 2.99m], await context.Products.OrderBy(product => product.Sku).Select(product => product.Price).ToListAsync());
    }

    [Fact]
    public async Task Durations_longer_than_a_day_come_back()
    {
        var (order, warehouse) = (Some.Order("1", Some.Customer(1)), Some.Warehouse(1));
        await SaveAsync(order, warehouse);
        await SaveAsync(new Shipment
        {
            OrderId = order.Id, WarehouseId = warehouse.Id, Carrier = "Post", TrackingCode = "1", ShippedAt = Some.Noon, TransitTime = new TimeSpan(40, 3, 0, 0),
        });

        await using var context = NewContext();
        Assert.Equal(new TimeSpan(40, 3, 0, 0), await context.Shipments.Where(found => found.TransitTime > TimeSpan.FromDays(39)).Select(found => found.TransitTime).SingleAsync());
    }

    [Fact]
    public async Task Bytes_come_back_and_can_be_searched()
    {
        var product = Some.Product("I-1", "Iron");
        product.Images.Add(new ProductImage { FileName = "iron.png", Content = [0, 1, 255, 0], Checksum = [.. Enumerable.Range(0, 32).Select(i => (byte)(255 - i))] });
        await SaveAsync(product);

        await using var context = NewContext();
        byte[] checksum = [.. Enumerable.Range(0, 32).Select(i => (byte)(255 - i))];
        Assert.Equal([0, 1, 255, 0], await context.ProductImages.Where(image => image.Checksum == checksum).Select(image => image.Content).SingleAsync());
    }

    [Fact]
    public async Task Payments_come_back_as_what_they_were()
    {
        var order = Some.Order("1", Some.Customer(1));
        var at = new DateTimeOffset(Some.Noon, TimeSpan.Zero);
        order.Payments.AddRange(
        [
            new CardPayment { Amount = 1.5m, ReceivedAt = at, Network = "Visa", LastDigits = "0042" },
            new BankTransfer { Amount = 2.5m, ReceivedAt = at, Iban = "AT611904300234573201" },
            new VoucherPayment { Amount = 3m, ReceivedAt = at, VoucherCode = "GIFT" },
        ]);
        await SaveAsync(order);

        await using var context = NewContext();
        Assert.Equal(
            ["BankTransfer 2.5", "CardPayment 1.5", "VoucherPayment 3"],
            (await context.Payments.ToListAsync()).Select(payment => $"{payment.GetType().Name} {payment.Amount:0.##}").Order());
        Assert.Equal(7m, await context.Payments.SumAsync(payment => payment.Amount));
        Assert.Equal("0042", await context.Payments.OfType<CardPayment>().Select(card => card.LastDigits).SingleAsync());
    }

    [Fact]
    public async Task A_default_of_the_database_is_read_back()
    {
        var order = Some.Order("1", Some.Customer(1));
        await SaveAsync(order);

        Assert.Equal(14, order.ReturnDays);
    }

    [Fact]
    public async Task Opening_hours_come_back_to_the_minute()
    {
        var warehouse = Some.Warehouse(1);
        warehouse.OpeningHours.Add(new OpeningHours { Day = DayOfWeek.Monday, Opens = new TimeOnly(8, 0), Closes = new TimeOnly(17, 30) });
        warehouse.OpeningHours.Add(new OpeningHours { Day = DayOfWeek.Saturday, Opens = new TimeOnly(9, 0), Closes = new TimeOnly(12, 0) });
        await SaveAsync(warehouse);

        await using var context = NewContext();
        // In an order of its own: an owned collection comes in whatever order the engine finds it.
        var hours = await context.Warehouses.SelectMany(found => found.OpeningHours).OrderBy(hours => hours.Opens).Select(hours => new { hours.Day, hours.Closes }).ToListAsync();
        Assert.Equal([(DayOfWeek.Monday, new TimeOnly(17, 30)), (DayOfWeek.Saturday, new TimeOnly(12, 0))], hours.Select(row => (row.Day, row.Closes)));
    }

    [Fact]
    public async Task Tags_are_shared_by_products()
    {
        var (steel, (pan, pot)) = (new Tag { Name = "steel" }, (Some.Product("T-1", "Pan"), Some.Product("T-2", "Pot")));
        pan.Tags.Add(steel);
        pot.Tags.AddRange([steel, new Tag { Name = "large" }]);
        await SaveAsync(pan, pot);

        await using var context = NewContext();
        Assert.Equal(["T-1", "T-2"], await context.Products.Where(product => product.Tags.Any(tag => tag.Name == "steel")).OrderBy(product => product.Sku).Select(product => product.Sku).ToListAsync());
    }

    private async Task SaveAsync(params object[] entities)
    {
        await using var context = NewContext();
        context.AddRange(entities);
        await context.SaveChangesAsync();
    }
}
