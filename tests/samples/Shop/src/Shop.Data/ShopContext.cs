using MigrateBoth.EntityFrameworkCore;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using Shop.Data.Conversions;
using Shop.Data.Entities;
using Shop.Data.Interceptors;

namespace Shop.Data;

/// <summary>One model for SQLite and MySQL. Comments name the row of the catalogue of differences that a choice answers.</summary>
public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<Category> Categories => Set<Category>();

    public DbSet<Brand> Brands => Set<Brand>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<ProductImage> ProductImages => Set<ProductImage>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<Warehouse> Warehouses => Set<Warehouse>();

    public DbSet<StockItem> StockItems => Set<StockItem>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> OrderLines => Set<OrderLine>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<Employee> Employees => Set<Employee>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Shipment> Shipments => Set<Shipment>();

    public DbSet<PriceChange> PriceChanges => Set<PriceChange>();

    public DbSet<Coupon> Coupons => Set<Coupon>();

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder
        // Here and not at the registration: the collation is part of the model, whoever makes the context (C-01 to C-10).
        .UseMigrateBothStringSemantics()
        .AddInterceptors(VersionInterceptor.Instance, PortableValuesInterceptor.Instance, PortableQueriesInterceptor.Instance);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcDateTimeOffsetConverter>();
        // As ticks: JSON writes times of day in another form than SQLite's columns hold, so that a list of them finds nothing.
        configurationBuilder.Properties<TimeOnly>().HaveConversion<long>();
        // As ticks: neither the range, nor the order, nor even the sign of a literal is the same otherwise (S-15, S-16, C-38).
        configurationBuilder.Properties<TimeSpan>().HaveConversion<TimeSpanToTicksConverter>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ShopContext).Assembly);
}
