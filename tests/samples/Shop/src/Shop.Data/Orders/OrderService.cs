using Microsoft.EntityFrameworkCore;

using Shop.Data.Entities;

namespace Shop.Data.Orders;

/// <summary>Takes orders. Written so that it does the same on both engines.</summary>
public sealed class OrderService(ShopContext context, TimeProvider clock, IOrderNumbers numbers)
{
    /// <summary>Reserves the goods and stores the order, or neither.</summary>
    /// <exception cref="OrderRejectedException">Something is not for sale, not in stock, or unknown.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else reserved the same goods meanwhile; try again.</exception>
    public async Task<Order> PlaceAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        // Lists, not open readers: a second query while a reader is open fails on MySQL (C-49).
        var skus = request.Lines.Select(line => line.Sku).ToList();
        var products = await context.Products
            .Where(product => skus.Contains(product.Sku) && product.Status == ProductStatus.OnSale)
            .ToDictionaryAsync(product => product.Sku, cancellationToken);
        var productIds = products.Values.Select(product => product.Id).ToList();
        var stock = await context.StockItems.Where(item => productIds.Contains(item.ProductId)).ToListAsync(cancellationToken);

        var now = clock.GetUtcNow();
        var order = new Order
        {
            Number = numbers.Next(now),
            CustomerId = request.CustomerId,
            Status = OrderStatus.Placed,
            PlacedAt = now,
            Currency = "EUR",
            ShippingAddress = request.ShippingAddress,
        };

        foreach (var line in request.Lines)
        {
            var product = products.GetValueOrDefault(line.Sku) ?? throw new OrderRejectedException($"{line.Sku} is not for sale.");
            Reserve(stock.Where(item => item.ProductId == product.Id), line);
            order.Lines.Add(new OrderLine { ProductSku = product.Sku, Quantity = line.Quantity, UnitPrice = product.Price });
        }

        order.Coupon = await FindCouponAsync(request.CouponCode, now, cancellationToken);
        order.Total = Total(order);
        context.Orders.Add(order);

        // One SaveChanges is one transaction on both engines.
        await context.SaveChangesAsync(cancellationToken);
        return order;
    }

    private static void Reserve(IEnumerable<StockItem> stock, OrderRequestLine line)
    {
        var item = stock.FirstOrDefault(item => item.OnHand - item.Reserved >= line.Quantity)
            ?? throw new OrderRejectedException($"{line.Sku} is out of stock.");
        item.Reserved += line.Quantity;
    }

    private async Task<Coupon?> FindCouponAsync(string? code, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (code is null)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return await context.Coupons.SingleOrDefaultAsync(
                coupon => coupon.ActiveCode == code && coupon.ValidFrom <= today && coupon.ValidUntil >= today, cancellationToken)
            ?? throw new OrderRejectedException($"The coupon {code} is not valid.");
    }

    // In code: the engines round and compare decimals differently (C-15, C-18).
    private static decimal Total(Order order)
    {
        var sum = order.Lines.Sum(line => line.Quantity * line.UnitPrice);
        var discount = sum * (order.Coupon?.DiscountPercent ?? 0) / 100;
        return Math.Round(sum - discount, 2, MidpointRounding.AwayFromZero);
    }
}
