using Microsoft.EntityFrameworkCore;

namespace Notes;

public sealed class SqliteNotesContext : NotesContext
{
    /// <inheritdoc />
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
        optionsBuilder.UseSqlite(Environment.GetEnvironmentVariable("NOTES_SQLITE") ?? "Data Source=notes.db");
}
