using Shop.Data.Entities;

namespace Shop.Data.Orders;

public sealed record OrderRequest(Guid CustomerId, Address ShippingAddress, IReadOnlyList<OrderRequestLine> Lines, string? CouponCode = null);

public sealed record OrderRequestLine(string Sku, int Quantity);
