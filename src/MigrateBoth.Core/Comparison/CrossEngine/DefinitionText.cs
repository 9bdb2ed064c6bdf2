using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>Compares the texts of views and triggers, as far as they are understood; rows decide what the texts leave open.</summary>
internal static class DefinitionText
{
    /// <summary>Views are rewritten by MySQL: compared is what the query means.</summary>
    public static Judgement View(DatabaseSchema leftSchema, DatabaseSchema rightSchema, string left, string right)
    {
        var (l, r) = (Canonical(leftSchema, left), Canonical(rightSchema, right));
        var doubt = l.NotUnderstood is { } inLeft ? $"on {leftSchema.Engine.DisplayName()} {inLeft}"
            : r.NotUnderstood is { } inRight ? $"on {rightSchema.Engine.DisplayName()} {inRight}"
            : null;

        // Without a parsed query the names are not resolved, so that even equal words prove nothing.
        return l.Text == r.Text && (doubt is null || left == right) ? Judgement.Equal
            : l.ComputedDifferently(r) is { } mark ? Judgement.Known(mark)
            : (doubt is null ? Judgement.Differs("the query") : Judgement.Of(DifferenceKind.UncomparableExpression, doubt)) with { IsOpen = true };
    }

    /// <summary>Triggers are kept as written: compared are the columns that fire them and the words of the statement.</summary>
    public static Judgement Trigger(DatabaseSchema leftSchema, DatabaseSchema rightSchema, string left, string right) =>
        FiringColumns(leftSchema, left) is var onLeft && FiringColumns(rightSchema, right) is var onRight && onLeft != onRight
            ? Judgement.Differs($"it fires on an update of {onLeft ?? "any column"} on {leftSchema.Engine.DisplayName()}, of {onRight ?? "any column"} on {rightSchema.Engine.DisplayName()}")
            : Statements(leftSchema, rightSchema, left, right);

    private static Judgement Statements(DatabaseSchema leftSchema, DatabaseSchema rightSchema, string left, string right) =>
        SqlCanonicalizer.Statement(left, SqlDialect.Of(leftSchema.Engine)) == SqlCanonicalizer.Statement(right, SqlDialect.Of(rightSchema.Engine))
            ? Judgement.Equal
            : Judgement.Of(DifferenceKind.UncomparableExpression, "the statements of triggers are compared word by word") with { IsOpen = true };

    private static string? FiringColumns(DatabaseSchema schema, string text) =>
        SqlTokenizer.Tokenize(text, SqlDialect.Of(schema.Engine)) is { } tokens ? TriggerBody.FiringColumns(tokens) : null;

    private static CanonicalSql Canonical(DatabaseSchema schema, string text) =>
        SqlCanonicalizer.Query(text, SqlDialect.Of(schema.Engine), name => Columns(schema, name), name => Facts(schema, name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]));

    /// <summary>What is known of a column by its name alone: what all columns of that name have in common.</summary>
    private static ExpressionColumn? Facts(DatabaseSchema schema, string name)
    {
        var facts = (from table in schema.Tables
                     from column in table.Columns
                     where Names.Same(column.Name, name)
                     select new ExpressionColumn(IsNullable: true, TypeAffinity.Of(schema.Engine, column.Type)) { Collation = column.Collation }).Distinct().ToList();
        return facts is [var only] ? only
            : facts.Select(fact => fact.Kind).Distinct().ToList() is [var kind] ? new ExpressionColumn(IsNullable: true, kind)
            : null;
    }

    private static IReadOnlyList<string>? Columns(DatabaseSchema schema, string name) =>
        schema.Tables.FirstOrDefault(table => Names.Same(table.Name, name)) is { } table ? [.. table.Columns.Select(column => column.Name)]
        : schema.Views.FirstOrDefault(view => Names.Same(view.Name, name))?.Columns;
}
