namespace Shop.Data.Entities;

public sealed class Tag
{
    public required string Name { get; set; }

    public List<Product> Products { get; } = [];
}
