using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Asks SQLite to resolve a view without running it: preparing reads no row.</summary>
internal static class ViewProbe
{
    public static ViewRow Probe(SqliteConnection connection, string view)
    {
        var database = connection.Handle;
        var result = raw.sqlite3_prepare_v2(database, $"SELECT * FROM main.{SqliteNames.Quote(view)} LIMIT 0", out var statement);
        using (statement)
        {
            return result switch
            {
                raw.SQLITE_OK => new ViewRow(ColumnNames(statement), null),
                raw.SQLITE_ERROR => new ViewRow([], Message(database)),

                // Locked or out of memory says nothing about the view.
                _ => throw new SqliteException(Message(database), result),
            };
        }
    }

    private static string[] ColumnNames(sqlite3_stmt statement) =>
        [.. Enumerable.Range(0, raw.sqlite3_column_count(statement)).Select(i => raw.sqlite3_column_name(statement, i).utf8_to_string())];

    private static string Message(sqlite3? database) => raw.sqlite3_errmsg(database).utf8_to_string();
}
