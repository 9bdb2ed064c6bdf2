using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Conversions;
using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.ToTable("Customers");
        // Made by the client: a Guid key with a default of the database fails on MySQL (S-35).
        builder.HasKey(customer => customer.Id);

        // A value converter. Unique text needs a length (S-02) and the same idea of "equal" on both engines (C-01, C-06),
        // which is what ShopContext's string semantics are for.
        builder.Property(customer => customer.Email).HasConversion<EmailAddressConverter>().HasMaxLength(254);
        builder.HasIndex(customer => customer.Email).IsUnique();

        builder.Property(customer => customer.FirstName).HasMaxLength(100);
        builder.Property(customer => customer.LastName).HasMaxLength(100);
        // Both together take 800 of the 3072 bytes that a MySQL index may have (S-06).
        builder.HasIndex(customer => new { customer.LastName, customer.FirstName });

        // A JSON document as text, because ToJson() throws with Pomelo (S-25). Without a length: it is in no index (S-01).
        builder.Property(customer => customer.Preferences)
            .HasConversion(new JsonConverter<CustomerPreferences>(), new JsonComparer<CustomerPreferences>());

        builder.OwnsOne(customer => customer.BillingAddress, AddressConfiguration.Configure);

        // Not a rowversion: SQLite never writes one (S-20).
        builder.Property(customer => customer.Version).IsConcurrencyToken();
    }
}
