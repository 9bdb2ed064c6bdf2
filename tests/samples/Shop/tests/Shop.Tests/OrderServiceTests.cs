using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;
using Shop.Data.Orders;

namespace Shop.Tests;

public sealed class OrderServiceTests(ShopDatabase database) : ShopTest(database)
{
    private readonly CountedOrderNumbers _numbers = new();

    public override async Task InitializeAsync()
    {
        await using var context = NewContext();
        var (knife, board) = (Some.Product("KNIFE", "Knife", 33.33m), Some.Product("BOARD", "Board", 10m));
        var warehouse = Some.Warehouse(1);
        context.AddRange(
            Some.Customer(1),
            warehouse,
            Some.Stock(warehouse, knife, 3),
            Some.Stock(warehouse, board, 10, reserved: 9),
            Some.Product("OLD", "Old pan", status: ProductStatus.Discontinued),
            Some.Coupon("SPRING", 15m),
            Some.Coupon("GONE", 50m, isRetired: true),
            new Coupon { Code = "LASTYEAR", DiscountPercent = 5, ValidFrom = new(2025, 1, 1), ValidUntil = new(2025, 12, 31) });
        await context.SaveChangesAsync();
    }

    [Fact]
    public async Task An_order_is_stored_with_its_lines()
    {
        await PlaceAsync(new OrderRequestLine("KNIFE", 2), new OrderRequestLine("BOARD", 1));

        await using var context = NewContext();
        var order = await context.Orders.Include(order => order.Lines.OrderBy(line => line.ProductSku)).SingleAsync();
        Assert.Equal(OrderStatus.Placed, order.Status);
        Assert.Equal(76.66m, order.Total);
        Assert.Equal([("BOARD", 1, 10m), ("KNIFE", 2, 33.33m)], order.Lines.Select(line => (line.ProductSku, line.Quantity, line.UnitPrice)));
    }

    [Fact]
    public async Task An_order_reserves_the_goods()
    {
        await PlaceAsync(new OrderRequestLine("KNIFE", 2));

        await using var context = NewContext();
        var stock = await context.StockItems.SingleAsync(item => item.Product!.Sku == "KNIFE");
        Assert.Equal((3, 2, 1), (stock.OnHand, stock.Reserved, stock.Available));
    }

    [Fact]
    public async Task A_coupon_is_deducted_and_the_total_rounded_away_from_zero()
    {
        var order = await PlaceAsync("SPRING", new OrderRequestLine("KNIFE", 1));

        Assert.Equal(28.33m, order.Total); // 33.33 less 15 percent is 28.3305
    }

    [Theory]
    [InlineData("GONE")]
    [InlineData("LASTYEAR")]
    [InlineData("spring")]
    [InlineData("NEVER")]
    public async Task A_coupon_that_is_not_valid_is_refused(string code)
    {
        await Assert.ThrowsAsync<OrderRejectedException>(() => PlaceAsync(code, new OrderRequestLine("KNIFE", 1)));

        await using var context = NewContext();
        Assert.False(await context.Orders.AnyAsync());
    }

    [Fact]
    public async Task What_is_out_of_stock_is_refused_and_nothing_is_reserved()
    {
        await Assert.ThrowsAsync<OrderRejectedException>(() => PlaceAsync(new OrderRequestLine("KNIFE", 1), new OrderRequestLine("BOARD", 2)));

        await using var context = NewContext();
        Assert.Equal(0, await context.StockItems.Where(item => item.Product!.Sku == "KNIFE").Select(item => item.Reserved).SingleAsync());
    }

    [Theory]
    [InlineData("OLD")]
    [InlineData("UNKNOWN")]
    [InlineData("knife")]
    public async Task What_is_not_for_sale_is_refused(string sku)
    {
        var rejected = await Assert.ThrowsAsync<OrderRejectedException>(() => PlaceAsync(new OrderRequestLine(sku, 1)));

        Assert.Equal($"{sku} is not for sale.", rejected.Message);
    }

    [Fact]
    public async Task The_last_piece_is_sold_once()
    {
        await PlaceAsync(new OrderRequestLine("BOARD", 1));

        await Assert.ThrowsAsync<OrderRejectedException>(() => PlaceAsync(new OrderRequestLine("BOARD", 1)));
    }

    [Fact]
    public async Task An_order_for_an_unknown_country_is_refused_by_the_database()
    {
        var address = Some.Address();
        address.CountryCode = "XX";
        await using var context = NewContext();
        var orders = new OrderService(context, FixedClock.Noon, _numbers);

        await Assert.ThrowsAsync<DbUpdateException>(() => orders.PlaceAsync(new(Some.Id(1), address, [new("KNIFE", 1)]), None));
    }

    private Task<Order> PlaceAsync(params OrderRequestLine[] lines) => PlaceAsync(null, lines);

    private async Task<Order> PlaceAsync(string? coupon, params OrderRequestLine[] lines)
    {
        await using var context = NewContext();
        return await new OrderService(context, FixedClock.Noon, _numbers).PlaceAsync(new(Some.Id(1), Some.Address(), lines, coupon), None);
    }
}
