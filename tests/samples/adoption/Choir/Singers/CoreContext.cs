using Microsoft.EntityFrameworkCore;

namespace Choir.Singers;

public class Singer
{
    public int Id { get; set; }

    public string Voice { get; set; } = "";
}

public abstract class CoreContext : DbContext
{
    public DbSet<Singer> Singers => Set<Singer>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Singer>().Property(singer => singer.Voice).HasMaxLength(30);
}
