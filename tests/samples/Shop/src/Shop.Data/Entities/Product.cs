namespace Shop.Data.Entities;

public sealed class Product : IVersioned
{
    public int Id { get; set; }

    /// <summary>The stock-keeping unit: an alternate key that order lines refer to.</summary>
    public required string Sku { get; set; }

    public required string Name { get; set; }

    public string? Description { get; set; }

    public decimal Price { get; set; }

    /// <summary>The share of the price that is tax, such as 0.1900.</summary>
    public decimal TaxRate { get; set; }

    public double? WeightKg { get; set; }

    public ProductStatus Status { get; set; }

    public int CategoryId { get; set; }

    public Category? Category { get; set; }

    public int? BrandId { get; set; }

    public Brand? Brand { get; set; }

    public int Version { get; set; }

    public List<Tag> Tags { get; } = [];

    public List<ProductImage> Images { get; } = [];
}
