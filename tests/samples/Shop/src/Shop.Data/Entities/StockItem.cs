namespace Shop.Data.Entities;

public sealed class StockItem : IVersioned
{
    public Guid WarehouseId { get; set; }

    public int ProductId { get; set; }

    public Product? Product { get; set; }

    public int OnHand { get; set; }

    public int Reserved { get; set; }

    /// <summary>What can still be sold; computed by the database.</summary>
    public int Available { get; private set; }

    public int Version { get; set; }
}
