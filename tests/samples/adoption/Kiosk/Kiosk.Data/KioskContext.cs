using Microsoft.EntityFrameworkCore;

namespace Kiosk.Data;

public class KioskContext(DbContextOptions<KioskContext> options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Sale> Sales => Set<Sale>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Article>(article =>
        {
            article.HasKey(entity => entity.Barcode);
            article.Property(entity => entity.Barcode).HasMaxLength(13);
            article.Property(entity => entity.Name).HasMaxLength(80);
            article.Property(entity => entity.Price).HasPrecision(8, 2);
        });
        modelBuilder.Entity<Sale>().HasOne<Article>().WithMany().HasForeignKey(sale => sale.Barcode).OnDelete(DeleteBehavior.Restrict);
    }
}

public class Article
{
    public required string Barcode { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }
}

public class Sale
{
    public long Id { get; set; }

    public required string Barcode { get; set; }

    public int Count { get; set; }

    public DateTime At { get; set; }
}
