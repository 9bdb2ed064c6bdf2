using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class ProductImageConfiguration : IEntityTypeConfiguration<ProductImage>
{
    public void Configure(EntityTypeBuilder<ProductImage> builder)
    {
        builder.ToTable("ProductImages");
        builder.Property(image => image.FileName).HasMaxLength(255);
        // Indexed bytes need a length (S-19). Large contents stay well below half of max_allowed_packet (C-12).
        builder.Property(image => image.Checksum).HasMaxLength(32);
        builder.HasIndex(image => new { image.ProductId, image.Checksum }).IsUnique();
    }
}
