using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class WarehouseConfiguration : IEntityTypeConfiguration<Warehouse>
{
    public void Configure(EntityTypeBuilder<Warehouse> builder)
    {
        builder.ToTable("Warehouses");
        builder.Property(warehouse => warehouse.Name).HasMaxLength(100);
        builder.Property(warehouse => warehouse.CountryCode).HasMaxLength(2);
        builder.HasOne<Country>().WithMany().HasForeignKey(warehouse => warehouse.CountryCode).OnDelete(DeleteBehavior.Restrict);

        builder.OwnsMany(warehouse => warehouse.OpeningHours, hours =>
        {
            hours.ToTable("WarehouseOpeningHours");
            // EF's own key for an owned collection is composite with a generated part, which SQLite cannot insert (S-32).
            hours.Property<int>("Id");
            hours.HasKey("Id");
            hours.Property(entry => entry.Day).HasConversion<string>().HasMaxLength(10);
        });
    }
}
