namespace Shop.Data.Entities;

public sealed class Shipment
{
    public long Id { get; set; }

    public long OrderId { get; set; }

    public Guid WarehouseId { get; set; }

    public required string Carrier { get; set; }

    public string? TrackingCode { get; set; }

    public DateTime ShippedAt { get; set; }

    /// <summary>The carrier's promise.</summary>
    public TimeSpan TransitTime { get; set; }
}
