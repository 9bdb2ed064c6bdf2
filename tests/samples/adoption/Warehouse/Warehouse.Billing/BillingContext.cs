using Microsoft.EntityFrameworkCore;
using Warehouse.Stock;

namespace Warehouse.Billing;

/// <summary>In the same database as <see cref="StockContext"/>, recorded in the same history table.</summary>
public abstract class BillingContext : DbContext
{
    public DbSet<Invoice> Invoices => Set<Invoice>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Article>().ToTable("ART_Articles", table => table.ExcludeFromMigrations()).Property(article => article.Name).HasMaxLength(80).HasColumnName("ArtName");
        modelBuilder.Entity<Invoice>().Property(invoice => invoice.Amount).HasPrecision(12, 2);
    }
}

public class SqliteBillingContext : BillingContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite("Data Source=warehouse.db", sqlite => sqlite.MigrationsHistoryTable("_versions"));
}

public class MySqlBillingContext : BillingContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseMySql(
        "Server=127.0.0.1;Port=1;Database=warehouse", ServerVersion.Parse("9.7.0-mysql"), mysql => mysql.MigrationsHistoryTable("_versions"));
}

public class Invoice
{
    public int Id { get; set; }

    public decimal Amount { get; set; }

    public int ArticleId { get; set; }

    public Article? Article { get; set; }
}
