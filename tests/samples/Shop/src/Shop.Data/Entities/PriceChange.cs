namespace Shop.Data.Entities;

public sealed class PriceChange
{
    public long Id { get; set; }

    public int ProductId { get; set; }

    public decimal OldPrice { get; set; }

    public decimal NewPrice { get; set; }

    public DateTime ChangedAt { get; set; }
}
