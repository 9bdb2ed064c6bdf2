using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

/// <summary>The columns of an owned address are the same wherever it is owned.</summary>
internal static class AddressConfiguration
{
    public static void Configure<TOwner>(OwnedNavigationBuilder<TOwner, Address> builder)
        where TOwner : class
    {
        builder.Property(address => address.Street).HasMaxLength(200);
        builder.Property(address => address.City).HasMaxLength(100);
        builder.Property(address => address.PostalCode).HasMaxLength(20);
        // As long as the key it refers to, or long values fail on MySQL only (S-67).
        builder.Property(address => address.CountryCode).HasMaxLength(2);
    }
}
