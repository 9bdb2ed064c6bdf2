using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class PriceChangeConfiguration : IEntityTypeConfiguration<PriceChange>
{
    public void Configure(EntityTypeBuilder<PriceChange> builder)
    {
        builder.ToTable("PriceChanges");
        builder.Property(change => change.OldPrice).HasPrecision(12, 2);
        builder.Property(change => change.NewPrice).HasPrecision(12, 2);
        builder.HasOne<Product>().WithMany().HasForeignKey(change => change.ProductId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
