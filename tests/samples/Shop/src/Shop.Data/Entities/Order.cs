namespace Shop.Data.Entities;

public sealed class Order : IVersioned
{
    public long Id { get; set; }

    public required string Number { get; set; }

    public Guid CustomerId { get; set; }

    public Customer? Customer { get; set; }

    public OrderStatus Status { get; set; }

    public DateTimeOffset PlacedAt { get; set; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; set; }

    public decimal Total { get; set; }

    /// <summary>How many days the customer has to send goods back; the database has the default.</summary>
    public int ReturnDays { get; set; }

    public required Address ShippingAddress { get; set; }

    public int? CouponId { get; set; }

    public Coupon? Coupon { get; set; }

    public int Version { get; set; }

    public List<OrderLine> Lines { get; } = [];

    public List<Payment> Payments { get; } = [];
}
