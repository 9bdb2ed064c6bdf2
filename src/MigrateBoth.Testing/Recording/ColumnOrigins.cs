using System.Data.Common;
using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Recordings;
using SQLitePCL;

namespace MigrateBoth.Testing.Recording;

/// <summary>A column of the model.</summary>
/// <param name="Origin"><c>Table.Column</c>, as the model spells it.</param>
/// <param name="Role">Where its values come from.</param>
internal sealed record ColumnOrigin(string Origin, ColumnRole Role);

/// <summary>Determines the table columns that the columns of a result come from.</summary>
internal static class ColumnOrigins
{
    /// <summary>The column of the model by ordinal; null for an expression, for a table that is not the model's, and where the engine does not tell.</summary>
    public static ColumnOrigin?[] Of(DbDataReader reader, ModelRoles roles)
    {
        var origins = new ColumnOrigin?[reader.FieldCount];
        if (reader is SqliteDataReader { Handle: { } statement })
        {
            // SQLite's own answer. The provider's column schema would ask the database several questions for every column.
            for (var i = 0; i < origins.Length; i++)
            {
                origins[i] = Find(roles, raw.sqlite3_column_table_name(statement, i).utf8_to_string(), raw.sqlite3_column_origin_name(statement, i).utf8_to_string());
            }
        }
        else if (reader.CanGetColumnSchema())
        {
            var schema = reader.GetColumnSchema();
            for (var i = 0; i < origins.Length && i < schema.Count; i++)
            {
                origins[i] = Find(roles, schema[i].BaseTableName, schema[i].BaseColumnName);
            }
        }

        return origins;
    }

    private static ColumnOrigin? Find(ModelRoles roles, string? table, string? column) =>
        table is { Length: > 0 } && column is { Length: > 0 } ? roles.Find(table, column) : null;
}
