using MigrateBoth.Core.Expressions;
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

        return Judgement.EqualIf(Same(left, right, SqlDialect.Of(columns.Tables.LeftSchema.Engine)));
    }

    /// <summary>
    /// Whether the default can be what AddColumn leaves behind (catalogue row M-05): a constant on a required column. EF Core always writes
    /// the column, so that it never comes to bear.
    /// </summary>
    public static bool IsResidue(Column column) =>
        !column.IsNullable && column.Generated is null && column.Default is { Kind: not ColumnDefaultKind.Expression };

    private static bool Same(ColumnDefault left, ColumnDefault right, SqlDialect dialect)
    {
        if (left.Text == right.Text || (left.Kind == right.Kind && left.Value == right.Value))
        {
            return true;
        }

        var hasText = left.Kind == ColumnDefaultKind.Text || right.Kind == ColumnDefaultKind.Text;
        return !hasText && SqlCanonicalizer.SameEngine(left.Value, dialect).Text == SqlCanonicalizer.SameEngine(right.Value, dialect).Text;
    }
}
