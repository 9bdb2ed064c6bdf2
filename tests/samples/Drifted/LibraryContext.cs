using Drifted.Model;

using Microsoft.EntityFrameworkCore;

namespace Drifted;

/// <summary>
/// A sound model whose migrations were edited by hand, each time a little differently on the two sides. EF Core sees no pending change;
/// planted.json lists what is wrong all the same.
/// </summary>
public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Branch>(branch =>
        {
            branch.ToTable("Branches");
            branch.Property(entity => entity.Name).HasMaxLength(100);
            branch.Property(entity => entity.City).HasMaxLength(100);
        });

        modelBuilder.Entity<Member>(member =>
        {
            member.ToTable("Members");
            member.Property(entity => entity.Name).HasMaxLength(200);
            member.Property(entity => entity.Email).HasMaxLength(254);
            member.HasIndex(entity => entity.Email).IsUnique();
            member.Property(entity => entity.LoanLimit).HasDefaultValue(5);
        });

        modelBuilder.Entity<Book>(book =>
        {
            book.ToTable("Books");
            book.Property(entity => entity.Isbn).HasMaxLength(13);
            book.HasIndex(entity => entity.Isbn).IsUnique();
            book.Property(entity => entity.Title).HasMaxLength(300);
            book.Property(entity => entity.ReplacementCost).HasPrecision(10, 2);
        });

        modelBuilder.Entity<Copy>(copy =>
        {
            copy.ToTable("Copies");
            copy.Property(entity => entity.Barcode).HasMaxLength(20);
            copy.HasIndex(entity => entity.Barcode).IsUnique();
            copy.HasOne<Book>().WithMany().HasForeignKey(entity => entity.BookId).OnDelete(DeleteBehavior.Cascade);
            copy.HasOne<Branch>().WithMany().HasForeignKey(entity => entity.BranchId).OnDelete(DeleteBehavior.Restrict);
        });

        modelBuilder.Entity<Loan>(loan =>
        {
            loan.ToTable("Loans");
            loan.HasOne<Copy>().WithMany().HasForeignKey(entity => entity.CopyId).OnDelete(DeleteBehavior.Restrict);
            loan.HasOne<Member>().WithMany().HasForeignKey(entity => entity.MemberId).OnDelete(DeleteBehavior.Restrict);
            loan.HasIndex(entity => entity.DueOn);
        });

        modelBuilder.Entity<Reservation>(reservation =>
        {
            reservation.ToTable("Reservations");
            reservation.HasOne<Book>().WithMany().HasForeignKey(entity => entity.BookId).OnDelete(DeleteBehavior.Cascade);
            reservation.HasOne<Member>().WithMany().HasForeignKey(entity => entity.MemberId).OnDelete(DeleteBehavior.Cascade);
            reservation.HasIndex(entity => new { entity.ExpiresOn, entity.BookId });
        });

        modelBuilder.Entity<Fine>(fine =>
        {
            fine.ToTable("Fines", table => table.HasCheckConstraint("CK_Fines_Cents", "Cents > 0"));
            fine.HasOne<Loan>().WithMany().HasForeignKey(entity => entity.LoanId).OnDelete(DeleteBehavior.Cascade);
        });

        modelBuilder.Entity<Rating>(rating =>
        {
            rating.ToTable("Ratings", table => table.HasCheckConstraint("CK_Ratings_Stars", "Stars >= 1 AND Stars <= 5"));
            rating.HasOne<Book>().WithMany().HasForeignKey(entity => entity.BookId).OnDelete(DeleteBehavior.Cascade);
            rating.HasOne<Member>().WithMany().HasForeignKey(entity => entity.MemberId).OnDelete(DeleteBehavior.Cascade);
            rating.HasIndex(entity => new { entity.BookId, entity.MemberId }).IsUnique();
        });
    }
}
