namespace Shop.Data.Entities;

public sealed class Brand
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public string? Website { get; set; }
}
