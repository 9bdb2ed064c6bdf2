using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("Orders");
        builder.Property(order => order.Number).HasMaxLength(20);
        builder.HasIndex(order => order.Number).IsUnique();
        builder.Property(order => order.Status).HasConversion<string>().HasMaxLength(20);
        builder.Property(order => order.Currency).HasMaxLength(3);
        builder.Property(order => order.Total).HasPrecision(12, 2);

        // In parentheses, or MySQL refuses it (S-41), and without a function, whose meaning differs (S-42, S-44).
        builder.Property(order => order.ReturnDays).HasDefaultValueSql("(2 * 7)");

        // The latest orders of a customer: a descending part is kept by both engines (S-63).
        builder.HasIndex(order => new { order.CustomerId, order.PlacedAt }).IsDescending(false, true);

        builder.OwnsOne(order => order.ShippingAddress, address =>
        {
            AddressConfiguration.Configure(address);
            address.HasOne<Country>().WithMany().HasForeignKey(owned => owned.CountryCode).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Navigation(order => order.ShippingAddress).IsRequired();

        builder.HasOne(order => order.Customer).WithMany(customer => customer.Orders).HasForeignKey(order => order.CustomerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(order => order.Lines).WithOne().HasForeignKey(line => line.OrderId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(order => order.Payments).WithOne().HasForeignKey(payment => payment.OrderId).OnDelete(DeleteBehavior.Restrict);
        // SET NULL needs an optional key (S-68).
        builder.HasOne(order => order.Coupon).WithMany().HasForeignKey(order => order.CouponId).OnDelete(DeleteBehavior.SetNull);

        builder.Property(order => order.Version).IsConcurrencyToken();
    }
}
