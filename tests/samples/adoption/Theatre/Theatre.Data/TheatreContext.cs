using Microsoft.EntityFrameworkCore;

namespace Theatre.Data;

public class Play
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class TheatreContext(DbContextOptions<TheatreContext> options) : DbContext(options)
{
    public DbSet<Play> Plays => Set<Play>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Play>().Property(row => row.Name).HasMaxLength(50);
}
