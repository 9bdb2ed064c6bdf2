using Microsoft.EntityFrameworkCore;

namespace Quay.Data;

public class Ship
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class QuayContext(DbContextOptions<QuayContext> options) : DbContext(options)
{
    public DbSet<Ship> Ships => Set<Ship>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Ship>().Property(ship => ship.Name).HasMaxLength(50);
}
