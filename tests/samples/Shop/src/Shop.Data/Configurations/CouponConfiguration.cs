using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class CouponConfiguration : IEntityTypeConfiguration<Coupon>
{
    public void Configure(EntityTypeBuilder<Coupon> builder)
    {
        // "+ 0" makes SQLite compare the percentage, which it stores as text, as a number (S-53).
        builder.ToTable("Coupons", table => table.HasCheckConstraint(
            "CK_Coupons_DiscountPercent", "DiscountPercent + 0 > 0 AND DiscountPercent + 0 <= 100"));
        builder.Property(coupon => coupon.Code).HasMaxLength(20);
        builder.Property(coupon => coupon.DiscountPercent).HasPrecision(5, 2);

        // Unique among the coupons in use. A filtered index would say so on SQLite only; MySQL drops the filter and keeps the
        // uniqueness (S-61). Stored columns can only come with their table on SQLite (M-13).
        builder.Property(coupon => coupon.ActiveCode)
            .HasMaxLength(20)
            .HasComputedColumnSql("CASE WHEN IsRetired = 0 THEN Code END", stored: true);
        builder.HasIndex(coupon => coupon.ActiveCode).IsUnique();
    }
}
