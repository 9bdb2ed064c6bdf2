using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using Shop.Data.Entities;

namespace Shop.Data.Configurations;

internal sealed class ReviewConfiguration : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.ToTable("Reviews", table => table.HasCheckConstraint("CK_Reviews_Rating", "Rating >= 1 AND Rating <= 5"));
        builder.HasQueryFilter(review => !review.IsHidden);
        builder.HasOne<Product>().WithMany().HasForeignKey(review => review.ProductId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(review => review.Customer).WithMany().HasForeignKey(review => review.CustomerId).OnDelete(DeleteBehavior.SetNull);
        // The optional column first: MySQL 9.7 does not check a foreign key whose index holds NULL in another column.
        builder.HasIndex(review => new { review.CustomerId, review.ProductId }).IsUnique();
    }
}
