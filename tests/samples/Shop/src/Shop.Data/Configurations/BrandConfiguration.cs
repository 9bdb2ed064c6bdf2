using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class BrandConfiguration : IEntityTypeConfiguration<Brand>
{
    public void Configure(EntityTypeBuilder<Brand> builder)
    {
        builder.ToTable("Brands");
        builder.Property(brand => brand.Name).HasMaxLength(100);
        builder.HasIndex(brand => brand.Name).IsUnique();
        builder.Property(brand => brand.Website).HasMaxLength(300);
    }
}
