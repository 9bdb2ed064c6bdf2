using Microsoft.EntityFrameworkCore;

namespace EagerMigrate;

public class EagerContext : DbContext
{
    public EagerContext() => Database.EnsureCreated();

    public DbSet<Thing> Things => Set<Thing>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => _ = Environment.GetEnvironmentVariable("DATABASE_TYPE") == "sqlite"
        ? optionsBuilder.UseSqlite($"Data Source={Environment.GetEnvironmentVariable("EAGER_FILE")}")
        : optionsBuilder.UseMySql("Server=127.0.0.1;Port=1;Database=x", ServerVersion.Parse("8.4.0-mysql"));
}

public class Thing
{
    public int Id { get; set; }
}
