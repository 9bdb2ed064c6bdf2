namespace Shop.Data.Entities;

public sealed class Warehouse
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    public required string CountryCode { get; set; }

    public List<OpeningHours> OpeningHours { get; } = [];
}
