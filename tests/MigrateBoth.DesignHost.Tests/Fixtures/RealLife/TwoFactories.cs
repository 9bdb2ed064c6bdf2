using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace RealLife.TwoFactories;

public class StockContext(DbContextOptions<StockContext> options) : DbContext(options)
{
    public DbSet<Crate> Crates => Set<Crate>();
}

public class Crate
{
    public int Id { get; set; }
}

public class ProductionFactory : IDesignTimeDbContextFactory<StockContext>
{
    public StockContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<StockContext>().UseMySql("Server=nowhere.invalid;Database=x", ServerVersion.Parse("8.0.36-mysql")).Options);
}

public class TestFactory : IDesignTimeDbContextFactory<StockContext>
{
    public StockContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<StockContext>().UseSqlite("Data Source=/nowhere/at/all.db").Options);
}
