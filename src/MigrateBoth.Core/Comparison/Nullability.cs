using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Whether a column accepts NULL.</summary>
internal static class Nullability
{
    public static Judgement Judge(ColumnPair columns) => Judgement.EqualIf(
        Accepts(columns.Tables.LeftSchema, columns.Tables.Left, columns.Left)
        == Accepts(columns.Tables.RightSchema, columns.Tables.Right, columns.Right));

    public static string Show(Column column) => column.IsNullable ? "NULL" : "NOT NULL";

    private static bool Accepts(DatabaseSchema schema, Table table, Column column) =>
        column.IsNullable && !EngineTraits.Of(schema).IsRowNumber(table, column);
}
