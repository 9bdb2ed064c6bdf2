namespace Shop.Data.Entities;

public sealed class Coupon
{
    public int Id { get; set; }

    public required string Code { get; set; }

    public decimal DiscountPercent { get; set; }

    public DateOnly ValidFrom { get; set; }

    public DateOnly ValidUntil { get; set; }

    public bool IsRetired { get; set; }

    /// <summary>The code while the coupon is in use; computed by the database. A retired code can be given out again.</summary>
    public string? ActiveCode { get; private set; }
}
