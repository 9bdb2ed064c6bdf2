using Microsoft.EntityFrameworkCore;

namespace Market;

public class MarketContext(DbContextOptions<MarketContext> options) : DbContext(options)
{
    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Vendor> Vendors => Set<Vendor>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<Review> Reviews => Set<Review>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Category>(category =>
        {
            category.Property(c => c.Name).HasMaxLength(80);
            category.HasIndex(c => c.Name).IsUnique();
            category.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<Vendor>(vendor =>
        {
            vendor.Property(v => v.Name).HasMaxLength(100);
            vendor.Property(v => v.Notes).HasMaxLength(400);
            vendor.Property(v => v.Since).HasPrecision(6);
        });
        modelBuilder.Entity<Product>(product =>
        {
            product.Property(p => p.Sku).HasMaxLength(20);
            product.HasIndex(p => p.Sku).IsUnique();
            product.Property(p => p.Title).HasMaxLength(200);
            product.Property(p => p.Price).HasPrecision(10, 2);
            product.HasMany(p => p.Tags).WithMany(t => t.Products);
        });
        modelBuilder.Entity<Tag>().Property(t => t.Word).HasMaxLength(40);
        modelBuilder.Entity<Customer>(customer =>
        {
            customer.Property(c => c.Email).HasMaxLength(120);
            customer.HasIndex(c => c.Email).IsUnique();
            customer.Property(c => c.Name).HasMaxLength(100);
        });
        modelBuilder.Entity<Order>(order =>
        {
            order.Property(o => o.PlacedAt).HasPrecision(6);
            order.Property(o => o.State).HasConversion<string>().HasMaxLength(10);
            order.HasIndex(o => new { o.CustomerId, o.PlacedAt });
        });
        modelBuilder.Entity<OrderLine>().Property(l => l.Price).HasPrecision(10, 2);
        modelBuilder.Entity<Review>(review =>
        {
            review.Property(r => r.Text).HasMaxLength(1000);
            review.HasOne(r => r.Customer).WithMany().HasForeignKey(r => r.CustomerId).OnDelete(DeleteBehavior.SetNull);
        });
    }
}
