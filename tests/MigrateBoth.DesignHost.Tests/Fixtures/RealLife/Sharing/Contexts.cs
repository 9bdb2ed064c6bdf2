using Microsoft.EntityFrameworkCore;

namespace RealLife.Sharing
{
    /// <summary>What every context of the company derives from; it had migrations of its own once.</summary>
    public abstract class CompanyContext(DbContextOptions options) : DbContext(options);

    public abstract class CatalogContext(DbContextOptions options) : CompanyContext(options)
    {
        public DbSet<Product> Products => Set<Product>();
    }

    public abstract class SalesContext(DbContextOptions options) : CompanyContext(options)
    {
        public DbSet<Sale> Sales => Set<Sale>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            // The catalog's table: this context only refers to it.
            modelBuilder.Entity<Product>().ToTable("Products", table => table.ExcludeFromMigrations());
            modelBuilder.Entity<Sale>().HasOne<Product>().WithMany().HasForeignKey(sale => sale.ProductId);
        }
    }

    public abstract class AuditContext(DbContextOptions options) : CompanyContext(options)
    {
        public DbSet<Entry> Entries => Set<Entry>();
    }

    public class SqliteCatalogContext(DbContextOptions<SqliteCatalogContext> options) : CatalogContext(options);

    public class MySqlCatalogContext(DbContextOptions<MySqlCatalogContext> options) : CatalogContext(options);

    public class SqliteSalesContext(DbContextOptions<SqliteSalesContext> options) : SalesContext(options);

    public class MySqlSalesContext(DbContextOptions<MySqlSalesContext> options) : SalesContext(options);

    public class SqliteAuditContext(DbContextOptions<SqliteAuditContext> options) : AuditContext(options);

    public class MySqlAuditContext(DbContextOptions<MySqlAuditContext> options) : AuditContext(options);

    public class Product
    {
        public int Id { get; set; }
    }

    public class Sale
    {
        public int Id { get; set; }

        public int ProductId { get; set; }
    }

    public class Entry
    {
        public int Id { get; set; }
    }
}
