using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class ShipmentConfiguration : IEntityTypeConfiguration<Shipment>
{
    public void Configure(EntityTypeBuilder<Shipment> builder)
    {
        builder.ToTable("Shipments");
        builder.Property(shipment => shipment.Carrier).HasMaxLength(50);
        builder.Property(shipment => shipment.TrackingCode).HasMaxLength(60);
        builder.HasIndex(shipment => new { shipment.Carrier, shipment.TrackingCode }).IsUnique();
        builder.HasOne<Order>().WithMany().HasForeignKey(shipment => shipment.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(shipment => shipment.WarehouseId).OnDelete(DeleteBehavior.NoAction);
    }
}
