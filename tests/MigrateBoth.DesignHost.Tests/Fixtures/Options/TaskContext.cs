using Microsoft.EntityFrameworkCore;

namespace Options;

public class TaskContext(DbContextOptions<TaskContext> options, string? tenant = null) : DbContext(options)
{
    public string? Tenant { get; } = tenant;

    public DbSet<Job> Jobs => Set<Job>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Job>(job =>
        {
            job.Property(j => j.Title).HasMaxLength(100);
            if (Environment.GetEnvironmentVariable("MODEL_EXTRA") is not null)
            {
                job.Property<string>("Note").HasMaxLength(50);
            }

            if (Environment.GetEnvironmentVariable("MODEL_UNSTABLE") is not null)
            {
                job.HasData(new Job { Id = 1, Title = "first", Due = DateTime.UtcNow }, new Job { Id = 2, Title = "second" });
                job.Property(j => j.Priority).HasDefaultValue(Random.Shared.Next());
            }

            if (Environment.GetEnvironmentVariable("MODEL_IMPOSSIBLE") is not null)
            {
                // S-77: neither engine has sequences.
                modelBuilder.HasSequence<int>("JobNumbers");
            }
        });
    }
}

public class Job
{
    public int Id { get; set; }

    public required string Title { get; set; }

    public DateTime? Due { get; set; }

    public int Priority { get; set; }
}
