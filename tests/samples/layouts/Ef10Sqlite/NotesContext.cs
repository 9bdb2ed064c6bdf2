using Microsoft.EntityFrameworkCore;

namespace Notes;

public sealed class NotesContext : DbContext
{
    public NotesContext()
    {
    }

    public NotesContext(DbContextOptions<NotesContext> options)
        : base(options)
    {
    }

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Note> Notes => Set<Note>();

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (!optionsBuilder.IsConfigured)
        {
            optionsBuilder.UseSqlite("Data Source=notes.db");
        }
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Author>(author =>
        {
            author.Property(entity => entity.Name).HasMaxLength(100);
            author.HasIndex(entity => entity.Name).IsUnique();
            author.HasMany(entity => entity.Notes).WithOne().HasForeignKey(note => note.AuthorId).OnDelete(DeleteBehavior.Cascade);
        });
        modelBuilder.Entity<Note>().Property(note => note.Title).HasMaxLength(200);
    }
}
