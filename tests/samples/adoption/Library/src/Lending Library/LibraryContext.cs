using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Lending;

/// <summary>One context, both providers' migrations beside each other.</summary>
public sealed class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Reader> Readers => Set<Reader>();

    public DbSet<Book> Books => Set<Book>();

    public DbSet<Loan> Loans => Set<Loan>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.ReplaceService<IMigrationsAssembly, ProviderMigrationsAssembly>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Reader>(reader =>
        {
            reader.Property(entity => entity.Name).HasMaxLength(100);
            reader.Property(entity => entity.Card).HasMaxLength(20);
            reader.Property(entity => entity.Mail).HasMaxLength(200);
            reader.HasIndex(entity => entity.Card).IsUnique();
        });
        modelBuilder.Entity<Book>(book =>
        {
            book.Property(entity => entity.Title).HasMaxLength(200);
            book.Property(entity => entity.Price).HasPrecision(9, 2);
        });
    }
}
