namespace Shop.Data.Entities;

public sealed class OrderLine
{
    public long Id { get; set; }

    public long OrderId { get; set; }

    public required string ProductSku { get; set; }

    public Product? Product { get; set; }

    public int Quantity { get; set; }

    public decimal UnitPrice { get; set; }
}
