using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Catalogue rows C-43, S-20.</summary>
internal static class RowVersionNotKept
{
    public static Cause Cause { get; } = new(
        "row-version-not-kept",
        ["C-43", "S-20"],
        "SQLite never writes a byte[] row version, so an update that lost the race is not noticed there.",
        "Use a token that the application sets: an int or Guid with IsConcurrencyToken.",
        s => s.MySqlRefuses(FailureClass.Concurrency) || (s.SqliteValue is null && s.MySqlValue is not null && s.MySql?.Columns.Any(column => column.Role == ColumnRole.StoreGenerated) == true));
}
