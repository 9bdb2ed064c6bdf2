using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison.CrossEngine;

/// <summary>Compares the texts of views and triggers, as far as they are understood.</summary>
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
            : doubt is null ? Judgement.Differs("the query")
            : Judgement.Of(DifferenceKind.UncomparableExpression, doubt);
    }

    /// <summary>Triggers are kept as written: compared are the words of the statement.</summary>
    public static Judgement Trigger(DatabaseSchema leftSchema, DatabaseSchema rightSchema, string left, string right) =>
        SqlCanonicalizer.Statement(left, SqlDialect.Of(leftSchema.Engine)) == SqlCanonicalizer.Statement(right, SqlDialect.Of(rightSchema.Engine))
            ? Judgement.Equal
            : Judgement.Of(DifferenceKind.UncomparableExpression, "the statements of triggers are compared word by word");

    private static CanonicalSql Canonical(DatabaseSchema schema, string text) =>
        SqlCanonicalizer.Query(text, SqlDialect.Of(schema.Engine), name => Columns(schema, name));

    private static IReadOnlyList<string>? Columns(DatabaseSchema schema, string name) =>
        schema.Tables.FirstOrDefault(table => Names.Same(table.Name, name)) is { } table ? [.. table.Columns.Select(column => column.Name)]
        : schema.Views.FirstOrDefault(view => Names.Same(view.Name, name))?.Columns;
}
