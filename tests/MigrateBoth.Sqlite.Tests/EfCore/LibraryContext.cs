using Microsoft.EntityFrameworkCore;

namespace MigrateBoth.Sqlite.Tests.EfCore;

/// <summary>A model that uses whatever EF Core can say to SQLite and no PRAGMA repeats.</summary>
public class LibraryContext(string connectionString) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        ArgumentNullException.ThrowIfNull(optionsBuilder);
        optionsBuilder.UseSqlite(connectionString);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<Author>(author =>
        {
            author.ToTable("Authors", t => t.HasComment("People, who write (mostly)\nbooks; -- 'quoted'"));
            author.Property(a => a.Name).HasMaxLength(50).UseCollation("NOCASE").HasComment("As on the cover, \"sic\"");
            author.HasAlternateKey(a => a.Name).HasName("AK_Authors_Name");
        });
        modelBuilder.Entity<Book>(book =>
        {
            book.ToTable("Books", t => t.HasCheckConstraint("CK_Books_Title", "\"Title\" <> '--' AND \"Title\" <> ') /*'"));
            book.Property(b => b.Title).HasDefaultValue("it's");
            book.Property(b => b.Price).HasPrecision(18, 2).HasDefaultValue(1.5m);
            book.Property(b => b.Added).HasDefaultValueSql("CURRENT_TIMESTAMP");
            book.Property(b => b.Cover).HasDefaultValue(new byte[] { 1, 2 });
            book.Property(b => b.Slug).HasComputedColumnSql("lower(\"Title\") || ','", stored: true);
            book.HasIndex(b => new { b.AuthorId, b.Title }).IsDescending(true, false).IsUnique().HasFilter("\"Title\" IS NOT NULL");
            book.HasOne(b => b.Author).WithMany().HasForeignKey(b => b.AuthorId).OnDelete(DeleteBehavior.SetNull);
            book.HasOne<Author>().WithMany().HasForeignKey(b => b.EditorName).HasPrincipalKey(a => a.Name).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Loan>().HasKey(l => new { l.BookId, l.Day });
    }
}
