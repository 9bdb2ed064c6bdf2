using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.ToTable("Products");
        builder.HasAlternateKey(product => product.Sku);
        builder.Property(product => product.Sku).HasMaxLength(40);
        builder.Property(product => product.Name).HasMaxLength(200);
        builder.HasIndex(product => product.Name);

        // Without precision MySQL makes it decimal(65,30) (S-10). Not ordered or aggregated by Max/Min in queries (C-17).
        builder.Property(product => product.Price).HasPrecision(12, 2);
        builder.Property(product => product.TaxRate).HasPrecision(5, 4);

        // Double, not float: MySQL shows a float with six digits (C-27). The enumeration as text needs a length for its index (S-02).
        builder.Property(product => product.Status).HasConversion<string>().HasMaxLength(20);
        builder.HasIndex(product => new { product.CategoryId, product.Status });

        builder.HasOne(product => product.Category).WithMany().HasForeignKey(product => product.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(product => product.Brand).WithMany().HasForeignKey(product => product.BrandId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(product => product.Images).WithOne().HasForeignKey(image => image.ProductId).OnDelete(DeleteBehavior.Cascade);

        builder.HasMany(product => product.Tags).WithMany(tag => tag.Products).UsingEntity(
            "ProductTag",
            right => right.HasOne(typeof(Tag)).WithMany().HasForeignKey("TagName"),
            left => left.HasOne(typeof(Product)).WithMany().HasForeignKey("ProductId"),
            // Every part of a composite key is set by the application: a generated part cannot be inserted on SQLite (S-32).
            join => join.HasKey("ProductId", "TagName"));

        builder.Property(product => product.Version).IsConcurrencyToken();
    }
}
