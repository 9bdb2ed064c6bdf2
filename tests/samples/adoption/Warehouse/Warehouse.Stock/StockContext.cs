using Microsoft.EntityFrameworkCore;

namespace Warehouse.Stock;

public abstract class StockContext : DbContext
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Shelf> Shelves => Set<Shelf>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // As the tables were before there was an EF Core in the house.
        modelBuilder.Entity<Article>().ToTable("ART_Articles").Property(article => article.Name).HasMaxLength(80).HasColumnName("ArtName");
        modelBuilder.Entity<Shelf>().ToTable("art_Shelves").Property(shelf => shelf.Label).HasMaxLength(20);
    }
}

public class SqliteStockContext : StockContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite("Data Source=warehouse.db", sqlite => sqlite.MigrationsHistoryTable("_versions"));
}

public class MySqlStockContext : StockContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseMySql(
        "Server=127.0.0.1;Port=1;Database=warehouse", ServerVersion.Parse("9.7.0-mysql"), mysql => mysql.MigrationsHistoryTable("_versions"));
}

public class Article
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class Shelf
{
    public int Id { get; set; }

    public string Label { get; set; } = "";

    public int ArticleId { get; set; }

    public Article? Article { get; set; }
}
