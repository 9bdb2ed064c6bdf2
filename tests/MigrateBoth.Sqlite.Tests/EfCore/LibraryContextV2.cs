using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Sqlite.Tests.EfCore;

/// <summary>The next version, which SQLite cannot reach without rebuilding tables.</summary>
public sealed class LibraryContextV2(string connectionString) : LibraryContext(connectionString)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Author>().Property(a => a.Born).HasComment("The year");
        modelBuilder.Entity<Book>(book =>
        {
            book.Property(b => b.Title).HasDefaultValue(null);
            book.Ignore(b => b.Cover);
            book.ToTable(t => t.HasCheckConstraint("CK_Books_Price", "CAST(\"Price\" AS REAL) >= 0"));
            book.HasOne(b => b.Author).WithMany().HasForeignKey(b => b.AuthorId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}
