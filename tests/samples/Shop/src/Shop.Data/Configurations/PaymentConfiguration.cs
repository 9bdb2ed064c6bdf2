using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class PaymentConfiguration :
    IEntityTypeConfiguration<Payment>, IEntityTypeConfiguration<CardPayment>, IEntityTypeConfiguration<BankTransfer>, IEntityTypeConfiguration<VoucherPayment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.ToTable("Payments");
        builder.Property(payment => payment.Amount).HasPrecision(12, 2);
        builder.HasDiscriminator<string>("Kind")
            .HasValue<CardPayment>("card")
            .HasValue<BankTransfer>("transfer")
            .HasValue<VoucherPayment>("voucher");
        // With a length of its own, or a longer subtype alters the column on MySQL only (S-38).
        builder.Property<string>("Kind").HasMaxLength(20);
    }

    public void Configure(EntityTypeBuilder<CardPayment> builder)
    {
        builder.Property(payment => payment.Network).HasMaxLength(20);
        builder.Property(payment => payment.LastDigits).HasMaxLength(4);
    }

    public void Configure(EntityTypeBuilder<BankTransfer> builder) => builder.Property(payment => payment.Iban).HasMaxLength(34);

    public void Configure(EntityTypeBuilder<VoucherPayment> builder) => builder.Property(payment => payment.VoucherCode).HasMaxLength(20);
}
