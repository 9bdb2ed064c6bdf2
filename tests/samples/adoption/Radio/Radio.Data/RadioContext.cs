using Microsoft.EntityFrameworkCore;

namespace Radio.Data;

public class Show
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}

public class RadioContext(DbContextOptions<RadioContext> options) : DbContext(options)
{
    public DbSet<Show> Shows => Set<Show>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Show>().Property(row => row.Name).HasMaxLength(50);
}
