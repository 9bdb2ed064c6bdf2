using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class OrderLineConfiguration : IEntityTypeConfiguration<OrderLine>
{
    public void Configure(EntityTypeBuilder<OrderLine> builder)
    {
        // "+ 0" makes SQLite compare the price, which it stores as text, as a number (S-53).
        builder.ToTable("OrderLines", table =>
        {
            table.HasCheckConstraint("CK_OrderLines_Quantity", "Quantity > 0");
            table.HasCheckConstraint("CK_OrderLines_UnitPrice", "UnitPrice + 0 >= 0");
        });
        builder.Property(line => line.UnitPrice).HasPrecision(12, 2);

        // Refers to the alternate key, with the same length and collation (S-66, S-67).
        builder.Property(line => line.ProductSku).HasMaxLength(40);
        builder.HasOne(line => line.Product)
            .WithMany()
            .HasForeignKey(line => line.ProductSku)
            .HasPrincipalKey(product => product.Sku)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
