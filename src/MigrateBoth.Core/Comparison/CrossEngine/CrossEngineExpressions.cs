using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Compares expressions in two dialects by their one spelling. That is what is reported where they cannot be run: everything is run
/// afterwards, and rows decide. Where one is not understood, that the model gave the same SQL to both makes them equal by text.
/// </summary>
internal sealed class CrossEngineExpressions(ModelKnowledge knowledge, CrossEngineTypes types)
{
    public Judgement Judge(TablePair tables, ExpressionSide left, ExpressionSide right)
    {
        var leftCanonical = Canonical(tables.LeftSchema, tables.Left, left.Text);
        var rightCanonical = Canonical(tables.RightSchema, tables.Right, right.Text);
        if (leftCanonical.Text == rightCanonical.Text)
        {
            return Judgement.Equal;
        }

        if (leftCanonical.ComputedDifferently(rightCanonical) is { } mark)
        {
            return Judgement.Known(mark);
        }

        var doubt = leftCanonical.NotUnderstood is { } l ? $"on {tables.LeftSchema.Engine.DisplayName()} {l}"
            : rightCanonical.NotUnderstood is { } r ? $"on {tables.RightSchema.Engine.DisplayName()} {r}"
            : null;
        return (ComeFromOneModel(tables, left, right), doubt) switch
        {
            (true, null) => ReadDifferently(leftCanonical, rightCanonical) with { IsOpen = true },
            (true, _) => Judgement.Equal,
            (false, null) => Judgement.Differs() with { IsOpen = true },
            _ => Judgement.Of(DifferenceKind.UncomparableExpression, doubt) with { IsOpen = true },
        };
    }

    /// <summary>
    /// One text that the engines read in two ways. When a column of one became a text on the other (catalogue row S-47) or a concatenation a
    /// logical OR (S-46) it is plainly wrong; that a function counts bytes here and characters there (S-55) often does no harm.
    /// </summary>
    private static Judgement ReadDifferently(CanonicalSql left, CanonicalSql right)
    {
        var isOtherGrammar = !left.Columns.ToHashSet(StringComparer.Ordinal).SetEquals(right.Columns) || HasOr(left) != HasOr(right);
        return Judgement.Differs("the engines read the same SQL of the model differently", isOtherGrammar ? null : Severity.Warning);
    }

    private static bool HasOr(CanonicalSql sql) =>
        sql.Text.StartsWith("or(", StringComparison.Ordinal)
        || sql.Text.Contains("(or(", StringComparison.Ordinal)
        || sql.Text.Contains(" or(", StringComparison.Ordinal);

    private CanonicalSql Canonical(DatabaseSchema schema, Table table, string text) => SqlCanonicalizer.CrossEngine(
        text,
        SqlDialect.Of(schema.Engine),
        name => table.Columns.FirstOrDefault(column => Names.Same(column.Name, name)) is { } column
            ? new ExpressionColumn(column.IsNullable, types.FamilyOf(schema, table, column)) { Collation = column.Collation }
            : null);

    /// <summary>Both catalogs say what they say when made directly from the models, and both models gave them the same SQL.</summary>
    private bool ComeFromOneModel(TablePair tables, ExpressionSide left, ExpressionSide right) =>
        IsAsModelled(tables.LeftSchema, tables.Left, left)
        && IsAsModelled(tables.RightSchema, tables.Right, right)
        && ModelSql(tables.LeftSchema, tables.Left, left) is { } leftSql
        && ModelSql(tables.RightSchema, tables.Right, right) is { } rightSql
        && string.Equals(leftSql.Trim(), rightSql.Trim(), StringComparison.Ordinal);

    private bool IsAsModelled(DatabaseSchema schema, Table table, ExpressionSide side) =>
        knowledge.Table(schema.Engine, table.Name) is { } modelled
        && side.InCatalog(modelled) is { } text
        && LiteralExpressions.Same(schema, schema, text, side.Text);

    private string? ModelSql(DatabaseSchema schema, Table table, ExpressionSide side) =>
        knowledge.ModelTable(schema.Engine, table.Name) is { } model ? side.InModel(model) : null;
}
