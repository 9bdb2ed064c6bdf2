using Microsoft.EntityFrameworkCore;

namespace Sundial.Data;

public class Hour
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class SundialContext(DbContextOptions<SundialContext> options) : DbContext(options)
{
    public DbSet<Hour> Hours => Set<Hour>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Hour>().Property(row => row.Name).HasMaxLength(50);
}
