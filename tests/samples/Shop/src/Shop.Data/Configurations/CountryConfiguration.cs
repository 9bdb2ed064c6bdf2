using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class CountryConfiguration : IEntityTypeConfiguration<Country>
{
    public void Configure(EntityTypeBuilder<Country> builder)
    {
        builder.ToTable("Countries");
        // A string key needs a length, or MySQL silently makes it varchar(255) (S-02). Not IsFixedLength: char(n) loses blanks (S-09).
        builder.HasKey(country => country.Code);
        builder.Property(country => country.Code).HasMaxLength(2);
        builder.Property(country => country.Name).HasMaxLength(100);

        // Seeds keep to the lengths, which only MySQL would refuse (S-81).
        builder.HasData(
            new Country { Code = "AT", Name = "Austria" },
            new Country { Code = "DE", Name = "Germany" },
            new Country { Code = "FR", Name = "France" },
            new Country { Code = "CI", Name = "Côte d’Ivoire" });
    }
}
