using Microsoft.EntityFrameworkCore;

namespace Notes;

public sealed class MySqlNotesContext : NotesContext
{
    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseMySql(
            Environment.GetEnvironmentVariable("NOTES_MYSQL") ?? "Server=localhost;Database=notes",
            new MySqlServerVersion(new Version(9, 7, 0)));

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        // What SQLite compares by: the code point (C-01).
        modelBuilder.UseCollation("utf8mb4_0900_bin");
        base.OnModelCreating(modelBuilder);
    }
}
