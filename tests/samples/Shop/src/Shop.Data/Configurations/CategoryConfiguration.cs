using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class CategoryConfiguration : IEntityTypeConfiguration<Category>
{
    public void Configure(EntityTypeBuilder<Category> builder)
    {
        builder.ToTable("Categories");
        builder.Property(category => category.Name).HasMaxLength(100);
        builder.Property(category => category.Slug).HasMaxLength(100);
        builder.HasIndex(category => category.Slug).IsUnique();

        // A self reference, restricted: MySQL stops a cascade at 15 levels (C-52).
        builder.HasOne(category => category.Parent)
            .WithMany(category => category.Children)
            .HasForeignKey(category => category.ParentId)
            .OnDelete(DeleteBehavior.Restrict);

        builder.HasData(
            new Category { Id = 1, Name = "Kitchen", Slug = "kitchen" },
            new Category { Id = 2, Name = "Knives", Slug = "knives", ParentId = 1 },
            new Category { Id = 3, Name = "Café", Slug = "cafe", ParentId = 1 });
    }
}
