using System.Data.Common;

using Microsoft.Data.Sqlite;

using SQLitePCL;

namespace MigrateBoth.Testing.Recording;

/// <summary>Asks the engine which table's columns a result shows.</summary>
internal static class ColumnOrigins
{
    /// <summary>Table and column by ordinal; null for an expression, and where the engine does not tell.</summary>
    public static IReadOnlyList<(string Table, string Column)?> Of(DbDataReader reader)
    {
        // SQLite's own answer. The provider's column schema would ask the database several questions for every column.
        if (reader is SqliteDataReader { Handle: { } statement })
        {
            return
            [
                .. Enumerable.Range(0, reader.FieldCount).Select(ordinal => Pair(
                    raw.sqlite3_column_table_name(statement, ordinal).utf8_to_string(),
                    raw.sqlite3_column_origin_name(statement, ordinal).utf8_to_string())),
            ];
        }

        return reader.CanGetColumnSchema() ? [.. reader.GetColumnSchema().Select(column => Pair(column.BaseTableName, column.BaseColumnName))] : [];
    }

    private static (string Table, string Column)? Pair(string? table, string? column) =>
        table is { Length: > 0 } && column is { Length: > 0 } ? (table, column) : null;
}
