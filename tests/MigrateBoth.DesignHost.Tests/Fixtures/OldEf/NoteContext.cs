using Microsoft.EntityFrameworkCore;

namespace OldEf;

public class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Environment.GetEnvironmentVariable("MODEL_EXTRA") is not null)
        {
            modelBuilder.Entity<Note>().Property<string>("Remark").HasMaxLength(50);
        }
    }
}

public class Note
{
    public int Id { get; set; }

    public required string Text { get; set; }
}
