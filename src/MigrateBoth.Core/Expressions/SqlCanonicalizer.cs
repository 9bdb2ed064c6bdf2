using MigrateBoth.Core.Comparison.Types;
using MigrateBoth.Core.Expressions.Rewriting;

namespace MigrateBoth.Core.Expressions;

/// <summary>An expression in its canonical form.</summary>
/// <param name="Text">The spelling; two expressions that mean the same have the same.</param>
/// <param name="NotUnderstood">
/// Why the expression is not fully understood, for display; null when it is. An expression that is not understood can be equal to another one,
/// but it can never be said to differ.
/// </param>
public sealed record CanonicalSql(string Text, string? NotUnderstood)
{
    /// <summary>Ends the name of an operation that cuts off fractions on one engine; the other engine rounds or keeps them.</summary>
    internal const string CutsFractions = " of whole numbers";

    /// <summary>Ends the name of a comparison that ignores the case of letters on one engine, and not on the other.</summary>
    internal const string IgnoresCase = " ignoring case";

    /// <summary>What the engines compute differently, where another expression is the same but for that: one of the constants above, or null.</summary>
    internal string? ComputedDifferently(CanonicalSql other) =>
        Text == other.Text || Plain != other.Plain ? null
        : Without(IgnoresCase) == other.Without(IgnoresCase) ? IgnoresCase
        : CutsFractions;

    private string Plain => Without(CutsFractions).Replace(IgnoresCase, string.Empty, StringComparison.Ordinal);

    private string Without(string mark) => Text.Replace(mark, string.Empty, StringComparison.Ordinal);

    /// <summary>The columns it refers to, in lower case.</summary>
    public IReadOnlyCollection<string> Columns { get; init; } = [];

    /// <summary>Whether every part of the expression is understood.</summary>
    public bool IsUnderstood => NotUnderstood is null;
}

/// <summary>What is known of a column that an expression refers to.</summary>
/// <param name="IsNullable">Whether it accepts NULL.</param>
/// <param name="Kind">What kind of values it holds; none when that is not known.</param>
public sealed record ExpressionColumn(bool IsNullable, TypeFamilies Kind)
{
    /// <summary>The collation that its texts are compared by; null when it is not known.</summary>
    public string? Collation { get; init; }
}

/// <summary>
/// Brings expressions into a canonical form, so that what the engines rewrite (quotes, character set introducers, parentheses, keyword case,
/// numbers, function names; catalogue rows S-40 and S-43) is not a difference.
/// </summary>
public static class SqlCanonicalizer
{
    /// <summary>Canonicalises for a comparison between the engines: the names of functions give way to their meaning.</summary>
    /// <param name="sql">The expression as the catalog has it.</param>
    /// <param name="dialect">The dialect it is written in.</param>
    /// <param name="columns">What is known of a column of the table; null when nothing is.</param>
    public static CanonicalSql CrossEngine(string sql, SqlDialect dialect, Func<string, ExpressionColumn?>? columns = null) =>
        Canonicalize(sql, dialect, new CrossEngineRewriter(dialect, columns ?? (_ => null)));

    /// <summary>Canonicalises the SELECT of a view for a comparison between the engines.</summary>
    /// <param name="sql">The query as the catalog has it.</param>
    /// <param name="dialect">The dialect it is written in.</param>
    /// <param name="columnsOf">The columns of a table or view in their order, or null when there is none of that name.</param>
    /// <param name="columns">What is known of a column, which is named with its source before it; null when nothing is.</param>
    public static CanonicalSql Query(
        string sql, SqlDialect dialect, Func<string, IReadOnlyList<string>?> columnsOf, Func<string, ExpressionColumn?>? columns = null)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(columnsOf);

        if (SqlTokenizer.Tokenize(sql, dialect) is not { } tokens)
        {
            return new CanonicalSql(sql.Trim(), "it is not a sequence of SQL tokens");
        }

        return SqlParser.ParseQuery(tokens, dialect) is { } query && new QueryResolver(columnsOf).Resolve(query) is { } resolved
            ? Rewritten(resolved, new CrossEngineRewriter(dialect, columns ?? (_ => null)))
            : new CanonicalSql(SqlTokenText.Of(tokens), "it is not a query of the known grammar");
    }

    /// <summary>The tokens of a statement with one kind of quotes and single spaces: all that can be compared of a trigger.</summary>
    public static string Statement(string sql, SqlDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(dialect);
        return SqlTokenizer.Tokenize(sql, dialect) is { } tokens ? SqlTokenText.Of(TriggerBody.Of(tokens)) : sql.Trim();
    }

    private static CanonicalSql Canonicalize(string sql, SqlDialect dialect, ExpressionRewriter rewriter)
    {
        ArgumentNullException.ThrowIfNull(sql);
        ArgumentNullException.ThrowIfNull(dialect);

        if (SqlTokenizer.Tokenize(sql, dialect) is not { } tokens)
        {
            return new CanonicalSql(sql.Trim(), "it is not a sequence of SQL tokens");
        }

        if (SqlParser.Parse(tokens, dialect) is not { } node)
        {
            return new CanonicalSql(SqlTokenText.Of(tokens), "it is not an expression of the known grammar");
        }

        return Rewritten(node, rewriter);
    }

    private static CanonicalSql Rewritten(SqlNode node, ExpressionRewriter rewriter)
    {
        var canonical = rewriter.Rewrite(node);
        return new CanonicalSql(
            canonical.ToString(),
            rewriter.UnknownFunctions is [var unknown, ..] ? $"what the function {unknown} means on the other engine, with these arguments, is not known" : null)
        {
            Columns = ColumnsOf(canonical).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static IEnumerable<string> ColumnsOf(SqlNode node) =>
        node.Kind == SqlNodeKind.Identifier ? [node.Text] : node.Arguments.SelectMany(ColumnsOf);
}
