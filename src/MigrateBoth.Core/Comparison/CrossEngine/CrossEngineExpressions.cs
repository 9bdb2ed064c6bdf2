using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>
/// Compares expressions in two dialects: by their one spelling; else through the model, when each engine has what it made of the same SQL;
/// else they differ if both are understood to the last word, and if not nothing is claimed.
/// </summary>
internal sealed class CrossEngineExpressions(ModelKnowledge knowledge)
{
    public Judgement Judge(TablePair tables, ExpressionSide left, ExpressionSide right)
    {
        var leftCanonical = Canonical(tables.LeftSchema, tables.Left, left.Text);
        var rightCanonical = Canonical(tables.RightSchema, tables.Right, right.Text);
        if (leftCanonical.Text == rightCanonical.Text || ComeFromOneModel(tables, left, right))
        {
            return Judgement.Equal;
        }

        var doubt = leftCanonical.NotUnderstood is { } l ? $"on {tables.LeftSchema.Engine.DisplayName()} {l}"
            : rightCanonical.NotUnderstood is { } r ? $"on {tables.RightSchema.Engine.DisplayName()} {r}"
            : null;
        return doubt is null ? Judgement.Differs() : Judgement.Of(DifferenceKind.UncomparableExpression, doubt);
    }

    private static CanonicalSql Canonical(DatabaseSchema schema, Table table, string text) => SqlCanonicalizer.CrossEngine(
        text,
        SqlDialect.Of(schema.Engine),
        name => table.Columns.FirstOrDefault(column => Names.Same(column.Name, name))?.IsNullable ?? true);

    /// <summary>Both catalogs say what they say when made directly from the models, and both models gave them the same SQL.</summary>
    private bool ComeFromOneModel(TablePair tables, ExpressionSide left, ExpressionSide right) =>
        IsAsModelled(tables.LeftSchema, tables.Left, left)
        && IsAsModelled(tables.RightSchema, tables.Right, right)
        && ModelSql(tables.LeftSchema, tables.Left, left) is { } leftSql
        && ModelSql(tables.RightSchema, tables.Right, right) is { } rightSql
        && string.Equals(leftSql.Trim(), rightSql.Trim(), StringComparison.Ordinal);

    private bool IsAsModelled(DatabaseSchema schema, Table table, ExpressionSide side)
    {
        var dialect = SqlDialect.Of(schema.Engine);
        return knowledge.Table(schema.Engine, table.Name) is { } modelled
            && side.InCatalog(modelled) is { } text
            && SqlCanonicalizer.SameEngine(text, dialect).Text == SqlCanonicalizer.SameEngine(side.Text, dialect).Text;
    }

    private string? ModelSql(DatabaseSchema schema, Table table, ExpressionSide side) =>
        knowledge.ModelTable(schema.Engine, table.Name) is { } model ? side.InModel(model) : null;
}
