using Microsoft.EntityFrameworkCore;

namespace TwoContexts;

public static class Program
{
    public static void Main()
    {
    }
}

public abstract class ShopContext : DbContext
{
    public DbSet<Item> Items => Set<Item>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Item>(item =>
        {
            item.Property(i => i.Name).HasMaxLength(100);
            item.HasIndex(i => i.Name).IsUnique();
            if (Environment.GetEnvironmentVariable("MODEL_EXTRA") is not null)
            {
                item.Property<string>("Note").HasMaxLength(50);
            }
        });
    }
}

public sealed class SqliteShopContext : ShopContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite("Data Source=/nowhere/at/all.db");
}

public sealed class MySqlShopContext : ShopContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.4.0-mysql"));
}

public class Item
{
    public int Id { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }
}
