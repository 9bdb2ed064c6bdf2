using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>The collations that no PRAGMA tells.</summary>
internal static class Collations
{
    private const string Default = "BINARY";

    /// <summary>The collation a column compares with.</summary>
    public static string Of(CreateTableText? table, string? column) =>
        table?.Columns.FirstOrDefault(c => SqliteNames.Comparer.Equals(c.Name, column))?.Collation ?? Default;
}
