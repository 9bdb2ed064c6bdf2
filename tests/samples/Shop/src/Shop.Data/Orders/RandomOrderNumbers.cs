namespace Shop.Data.Orders;

/// <summary>Numbers that nobody can guess from another order's.</summary>
public sealed class RandomOrderNumbers : IOrderNumbers
{
    /// <inheritdoc />
    public string Next(DateTimeOffset placedAt) => $"{placedAt:yyMMdd}-{Guid.NewGuid().ToString("N")[..8].ToUpperInvariant()}";
}
