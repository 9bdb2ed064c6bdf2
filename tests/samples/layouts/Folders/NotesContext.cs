using MigrateBoth.EntityFrameworkCore;

using Microsoft.EntityFrameworkCore;

namespace Notes;

/// <summary>Both providers' migrations are in this class library; whoever makes the context chooses the provider.</summary>
public sealed class NotesContext(DbContextOptions<NotesContext> options) : DbContext(options)
{
    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Note> Notes => Set<Note>();

    public DbSet<Label> Labels => Set<Label>();

    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseMigrateBothStringSemantics();

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
        modelBuilder.Entity<Label>(label =>
        {
            label.HasKey(entity => entity.Name);
            label.Property(entity => entity.Name).HasMaxLength(50);
            label.HasMany(entity => entity.Notes).WithMany(note => note.Labels);
        });
    }
}
