using Microsoft.EntityFrameworkCore;

namespace Depot;

public class Crate
{
    public int Id { get; set; }

    public string Label { get; set; } = "";
}

public abstract class DepotContextBase<TContext> : DbContext
    where TContext : DbContext
{
    public DbSet<Crate> Crates => Set<Crate>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Crate>().Property(crate => crate.Label).HasMaxLength(40);
}

public class LiteDepot : DepotContextBase<LiteDepot>
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=depot.db");
}

public class ServerDepot : DepotContextBase<ServerDepot>
{
    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseMySql("Server=localhost;User=app;Password=app;Database=app", ServerVersion.Parse("8.4.0-mysql"));
}
