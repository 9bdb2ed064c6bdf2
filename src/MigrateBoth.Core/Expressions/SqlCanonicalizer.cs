using MigrateBoth.Core.Expressions.Rewriting;

namespace MigrateBoth.Core.Expressions;

/// <summary>
/// Gives expressions one spelling, so that what the engines rewrite (quotes, character set introducers, parentheses, keyword case,
/// numbers, function names; catalogue rows S-40 and S-43) is no difference.
/// </summary>
public static class SqlCanonicalizer
{
    /// <summary>Canonicalises for a comparison of two catalogs of one engine: only spellings that mean the same on that engine are folded.</summary>
    public static CanonicalSql SameEngine(string sql, SqlDialect dialect) => Canonicalize(sql, dialect, new SameEngineRewriter(dialect));

    /// <summary>Canonicalises for a comparison between the engines: the names of functions give way to their meaning.</summary>
    /// <param name="sql">The expression as the catalog has it.</param>
    /// <param name="dialect">The dialect it is written in.</param>
    /// <param name="isNullable">Whether a column of the table accepts NULL; null means that any may.</param>
    public static CanonicalSql CrossEngine(string sql, SqlDialect dialect, Func<string, bool>? isNullable = null) =>
        Canonicalize(sql, dialect, new CrossEngineRewriter(dialect, isNullable ?? (_ => true)));

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

        var canonical = rewriter.Rewrite(node);
        return new CanonicalSql(
            canonical.ToString(),
            rewriter.UnknownFunctions is [var unknown, ..] ? $"what the function {unknown} means on the other engine is not known" : null);
    }
}
