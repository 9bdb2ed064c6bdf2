using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares the defaults of one column in two databases of one engine.</summary>
internal static class SameEngineDefaults
{
    public static Judgement Judge(ColumnPair columns)
    {
        var (left, right) = (columns.Left.Default, columns.Right.Default);
        if (left is null || right is null)
        {
            return left is null && right is null ? Judgement.Equal
                : left is null && IsResidue(columns.Right) ? Judgement.Of(DifferenceKind.DefaultResidue)
                : Judgement.Differs();
        }

        return Judgement.EqualIf(Same(columns.Tables, left, right));
    }

    /// <summary>
    /// Whether the default can be what AddColumn leaves behind (catalogue row M-05): a constant on a required column. EF Core always writes
    /// the column, so that it never comes to bear.
    /// </summary>
    public static bool IsResidue(Column column) =>
        !column.IsNullable && column.Generated is null && column.Default is { Kind: not ColumnDefaultKind.Expression };

    /// <summary>The catalog's own text decides. A literal can be a bare text, in which blanks count: only an expression is a sequence of tokens.</summary>
    private static bool Same(TablePair tables, ColumnDefault left, ColumnDefault right) =>
        left.Kind == right.Kind
        && (left.Text == right.Text
            ? left.Value == right.Value
            : left.Kind is ColumnDefaultKind.Expression or ColumnDefaultKind.Number
                && LiteralExpressions.Same(tables.LeftSchema, tables.RightSchema, left.Text, right.Text));
}
