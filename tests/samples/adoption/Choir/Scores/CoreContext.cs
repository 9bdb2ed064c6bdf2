using Microsoft.EntityFrameworkCore;

namespace Choir.Scores;

public class Score
{
    public int Id { get; set; }

    public string Title { get; set; } = "";
}

public abstract class CoreContext : DbContext
{
    public DbSet<Score> Scores => Set<Score>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Score>().Property(score => score.Title).HasMaxLength(90);
}
