using Microsoft.EntityFrameworkCore;

namespace Bakery;

public class Loaf
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class BakeryContext : DbContext
{
    public DbSet<Loaf> Loaves => Set<Loaf>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"));

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Loaf>().Property(loaf => loaf.Name).HasMaxLength(80);
}

public class SqliteBakeryContext : BakeryContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=bakery.db");
}
