using Microsoft.EntityFrameworkCore;

namespace Factory;

public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Book> Books => Set<Book>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        Misbehaviour.Act("model");
        modelBuilder.Entity<Author>(author =>
        {
            author.Property(a => a.Name).HasMaxLength(100);
            author.HasIndex(a => a.Name).IsUnique();
            author.OwnsOne(a => a.Address, address => address.Property(a => a.City).HasMaxLength(80));
        });
        modelBuilder.Entity<Book>(book =>
        {
            book.Property(b => b.Title).HasMaxLength(200).HasDefaultValue("untitled");
            book.Property(b => b.Price).HasPrecision(10, 2);
            book.Property(b => b.Kind).HasConversion<string>().HasMaxLength(20);
            book.Property(b => b.Version).IsConcurrencyToken();
            book.HasOne(b => b.Author).WithMany(a => a.Books).OnDelete(DeleteBehavior.Restrict);
            book.ToTable(table => table.HasCheckConstraint("CK_Books_Price", "Price >= 0"));
            book.HasDiscriminator<string>("Form").HasValue<Book>("book").HasValue<AudioBook>("audio");
            book.Property<string>("Form").HasMaxLength(10);
        });
    }
}

public sealed class Author
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public Address? Address { get; set; }

    public List<Book> Books { get; } = [];
}

public sealed class Address
{
    public required string City { get; set; }
}

public class Book
{
    public int Id { get; set; }

    public required string Title { get; set; }

    public decimal Price { get; set; }

    public BookKind Kind { get; set; }

    public DateOnly? Published { get; set; }

    public int Version { get; set; }

    public required Author Author { get; set; }
}

public sealed class AudioBook : Book
{
    public TimeOnly? Length { get; set; }
}

public enum BookKind
{
    Novel,
    Essay,
}
