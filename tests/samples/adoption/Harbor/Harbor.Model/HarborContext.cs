using Microsoft.EntityFrameworkCore;

namespace Harbor.Model;

public class Berth
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class HarborContext(DbContextOptions<HarborContext> options) : DbContext(options)
{
    public DbSet<Berth> Berths => Set<Berth>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Berth>().Property(berth => berth.Name).HasMaxLength(50);
}
