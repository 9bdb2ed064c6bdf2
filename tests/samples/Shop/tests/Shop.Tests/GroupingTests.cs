using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Tests;

public sealed class GroupingTests(ShopDatabase database) : ShopTest(database)
{
    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        var (pan, pot) = (Some.Product("PAN", "Pan", 20m), Some.Product("POT", "Pot", 35m, category: 2));
        var (ada, grace) = (Some.Customer(1), Some.Customer(2, "Grace", "Hopper"));
        context.AddRange(pan, pot, ada, grace);
        await context.SaveChangesAsync();
        foreach (var (number, customer, total, quantity, status) in new[]
        {
            ("1", ada, 40m, 2, OrderStatus.Paid), ("2", ada, 75m, 1, OrderStatus.Placed), ("3", grace, 20m, 3, OrderStatus.Paid), ("4", ada, 10.5m, 4, OrderStatus.Cancelled),
        })
        {
            var order = Some.Order(number, customer, total, minutes: int.Parse(number) * 10);
            order.Status = status;
            order.Lines.Add(Some.Line(pan, quantity));
            if (number == "2")
            {
                order.Lines.Add(Some.Line(pot, 1));
            }

            context.Add(order);
        }

        context.AddRange(
            new Review { ProductId = pan.Id, CustomerId = ada.Id, Rating = 5, PostedAt = Some.Noon },
            new Review { ProductId = pan.Id, CustomerId = grace.Id, Rating = 2, PostedAt = Some.Noon },
            new Review { ProductId = pot.Id, CustomerId = ada.Id, Rating = 4, PostedAt = Some.Noon });
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task Orders_are_counted_by_customer()
    {
        await using var context = NewContext();

        var counts = await context.Orders.GroupBy(order => order.Customer!.LastName)
            .Select(group => new { group.Key, Count = group.Count() }).OrderBy(row => row.Key).ToListAsync();

        Assert.Equal([("Hopper", 1), ("Lovelace", 3)], counts.Select(row => (row.Key, row.Count)));
    }

    [Fact]
    public async Task Totals_are_summed_by_status()
    {
        await using var context = NewContext();

        var totals = await context.Orders.GroupBy(order => order.Status).Select(group => new { group.Key, Total = group.Sum(order => order.Total) })
            .OrderBy(row => row.Key).ToListAsync();

        Assert.Equal(
            [(OrderStatus.Cancelled, 10.5m), (OrderStatus.Paid, 60m), (OrderStatus.Placed, 75m)],
            totals.Select(row => (row.Key, row.Total)));
    }

    [Fact]
    public async Task Sold_pieces_are_summed_by_product()
    {
        await using var context = NewContext();

        var sold = await context.OrderLines.GroupBy(line => line.ProductSku)
            .Select(group => new { group.Key, Pieces = group.Sum(line => line.Quantity) }).OrderByDescending(row => row.Pieces).ToListAsync();

        Assert.Equal([("PAN", 10), ("POT", 1)], sold.Select(row => (row.Key, row.Pieces)));
    }

    [Fact]
    public async Task Good_customers_have_more_than_one_order()
    {
        await using var context = NewContext();

        Assert.Equal(["Lovelace"], await context.Orders.GroupBy(order => order.Customer!.LastName).Where(group => group.Count() > 1).Select(group => group.Key).ToListAsync());
    }

    [Fact]
    public async Task The_average_rating_is_a_fraction()
    {
        await using var context = NewContext();

        var averages = await context.Reviews.GroupBy(review => review.ProductId)
            .Select(group => new { Average = group.Average(review => review.Rating), Best = group.Max(review => review.Rating) })
            .OrderByDescending(row => row.Average).ToListAsync();

        Assert.Equal([(4.0, 4), (3.5, 5)], averages.Select(row => (row.Average, row.Best)));
    }

    [Fact]
    public async Task The_latest_order_of_each_customer_is_found()
    {
        await using var context = NewContext();

        var latest = await context.Customers.OrderBy(customer => customer.LastName)
            .Select(customer => customer.Orders.OrderByDescending(order => order.PlacedAt).Select(order => order.Number).First()).ToListAsync();

        Assert.Equal(["3", "4"], latest);
    }

    [Fact]
    public async Task Customers_without_orders_count_as_none()
    {
        await using var context = NewContext();
        context.Add(Some.Customer(3, "Alan", "Turing"));
        await context.SaveChangesAsync();

        var counts = await context.Customers.OrderBy(customer => customer.LastName).Select(customer => new { customer.LastName, Orders = customer.Orders.Count }).ToListAsync();

        Assert.Equal([("Hopper", 1), ("Lovelace", 3), ("Turing", 0)], counts.Select(row => (row.LastName, row.Orders)));
    }
}
