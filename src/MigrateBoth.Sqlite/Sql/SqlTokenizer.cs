using MigrateBoth.Core.Expressions;

namespace MigrateBoth.Sqlite.Sql;

/// <summary>The tokens of a statement as the parsers of this folder read them: each symbol by itself.</summary>
internal static class SqlTokenizer
{
    /// <exception cref="SqlSyntaxException">The text is not a sequence of tokens.</exception>
    public static IReadOnlyList<SqlToken> Tokenize(string sql) =>
        [.. (Core.Expressions.SqlTokenizer.Tokenize(sql, SqlDialect.Sqlite, out var problem) ?? throw new SqlSyntaxException(problem!)).SelectMany(Of)];

    private static IEnumerable<SqlToken> Of(Core.Expressions.SqlToken token) => token.Kind == Core.Expressions.SqlTokenKind.Symbol
        ? token.Raw.Select((symbol, at) => new SqlToken(SqlTokenKind.Symbol, symbol.ToString(), token.Start + at))
        : [new SqlToken(KindOf(token), token.Raw, token.Start)];

    private static SqlTokenKind KindOf(Core.Expressions.SqlToken token) => token.Kind switch
    {
        Core.Expressions.SqlTokenKind.Word => SqlTokenKind.Word,
        Core.Expressions.SqlTokenKind.Quoted => SqlTokenKind.QuotedName,
        Core.Expressions.SqlTokenKind.String => SqlTokenKind.String,
        Core.Expressions.SqlTokenKind.Binary when token.Raw[0] is 'x' or 'X' => SqlTokenKind.Blob,
        _ => SqlTokenKind.Number,
    };
}
