using Microsoft.EntityFrameworkCore;

namespace Archive;

public abstract class ArchiveContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Document> Documents => Set<Document>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Document>().Property(document => document.Title).HasMaxLength(150);
        modelBuilder.Entity<Document>().HasIndex(document => document.Title);
    }
}

public class SqliteArchiveContext(DbContextOptions<SqliteArchiveContext> options) : ArchiveContext(options);

public class MySqlArchiveContext(DbContextOptions<MySqlArchiveContext> options) : ArchiveContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Three bytes for a character, as its databases have been since there was nothing else.
        modelBuilder.HasCharSet("utf8mb3").UseCollation("utf8mb3_general_ci");
    }
}

public class Document
{
    public long Id { get; set; }

    public string Title { get; set; } = "";

    public byte[]? Content { get; set; }
}
