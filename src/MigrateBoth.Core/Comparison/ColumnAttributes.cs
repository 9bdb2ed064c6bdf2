using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Attributes of columns that EF Core does not support and a migration easily loses (catalogue row M-24).</summary>
internal static class ColumnAttributes
{
    public static IReadOnlyList<ColumnFact> Facts(ExpressionJudge expressions) =>
    [
        new(
            DifferenceKind.ColumnAttribute,
            c => Judgement.EqualIf(c.Left.IsInvisible == c.Right.IsInvisible),
            c => c.IsInvisible ? "INVISIBLE" : "VISIBLE"),
        new(
            DifferenceKind.ColumnAttribute,
            c => OnUpdate(c, expressions),
            c => c.OnUpdate is null ? null : $"ON UPDATE {c.OnUpdate}"),
    ];

    private static Judgement OnUpdate(ColumnPair columns, ExpressionJudge expressions)
    {
        if (columns.Left.OnUpdate is not { } left || columns.Right.OnUpdate is not { } right)
        {
            return Judgement.EqualIf(columns.Left.OnUpdate == columns.Right.OnUpdate);
        }

        return expressions(columns.Tables, Side(left), Side(right));

        static ExpressionSide Side(string text) => new(text, _ => null, _ => null);
    }
}

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

/// <summary>Whether the server generates a column's values.</summary>
internal static class Identity
{
    public static string Show(Column column) => column.IsIdentity ? "generated" : "not generated";
}

/// <summary>Whether and how a column is computed.</summary>
internal static class GeneratedColumns
{
    public static Judgement Judge(ColumnPair columns, ExpressionJudge expressions)
    {
        var (left, right) = (columns.Left.Generated, columns.Right.Generated);
        if (left is null || right is null)
        {
            return Judgement.EqualIf(left is null && right is null);
        }

        if (left.IsStored != right.IsStored)
        {
            return Judgement.Differs("one is stored, the other computed on reading");
        }

        var name = columns.Left.Name;
        return expressions(columns.Tables, Side(left.Expression), Side(right.Expression));

        ExpressionSide Side(string text) => new(
            text,
            table => table.Columns.FirstOrDefault(column => Names.Same(column.Name, name))?.Generated?.Expression,
            model => model.Columns.FirstOrDefault(column => Names.Same(column.Name, name))?.ComputedSql);
    }
}
