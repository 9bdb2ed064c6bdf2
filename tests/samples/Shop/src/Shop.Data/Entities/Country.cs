namespace Shop.Data.Entities;

public sealed class Country
{
    /// <summary>ISO 3166-1 alpha-2: a string key.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }
}
