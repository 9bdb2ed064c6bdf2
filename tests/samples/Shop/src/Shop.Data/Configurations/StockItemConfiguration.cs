using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class StockItemConfiguration : IEntityTypeConfiguration<StockItem>
{
    public void Configure(EntityTypeBuilder<StockItem> builder)
    {
        // Bare column names: in double quotes they are text on MySQL (S-47). The names of checks are unique in the whole database,
        // which MySQL asks for (S-52). Integers only: a decimal would be compared as text on SQLite (S-53).
        builder.ToTable("StockItems", table => table.HasCheckConstraint(
            "CK_StockItems_Quantities", "OnHand >= 0 AND Reserved >= 0 AND Reserved <= OnHand"));

        builder.HasKey(item => new { item.WarehouseId, item.ProductId });
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(item => item.WarehouseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(item => item.Product).WithMany().HasForeignKey(item => item.ProductId).OnDelete(DeleteBehavior.Cascade);

        // Virtual: SQLite cannot add a stored column later (M-13). Subtraction of integers is the same on both; division is not (S-48).
        builder.Property(item => item.Available).HasComputedColumnSql("OnHand - Reserved", stored: false);
        builder.Property(item => item.Version).IsConcurrencyToken();
    }
}
