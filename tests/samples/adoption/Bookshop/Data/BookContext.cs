using Microsoft.EntityFrameworkCore;

namespace Bookshop.Data;

public abstract class BookContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Publisher> Publishers => Set<Publisher>();

    public DbSet<Book> Books => Set<Book>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Publisher>().Property(publisher => publisher.Name).HasMaxLength(120);
        modelBuilder.Entity<Book>(book =>
        {
            book.Property(b => b.Isbn).HasMaxLength(13);
            book.Property(b => b.Title).HasMaxLength(200);
            book.Property(b => b.Price).HasPrecision(10, 2);
            book.HasIndex(b => b.Isbn).IsUnique();
        });
    }
}

public class SqliteBookContext(DbContextOptions<SqliteBookContext> options) : BookContext(options);

public class MySqlBookContext(DbContextOptions<MySqlBookContext> options) : BookContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // The server is older than utf8mb4_0900_ai_ci.
        modelBuilder.HasCharSet("utf8mb4").UseCollation("utf8mb4_general_ci");
    }
}

public class Publisher
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<Book> Books { get; } = [];
}

public class Book
{
    public int Id { get; set; }

    public string Isbn { get; set; } = "";

    public string Title { get; set; } = "";

    public decimal Price { get; set; }

    public int Year { get; set; }

    public int PublisherId { get; set; }
}
