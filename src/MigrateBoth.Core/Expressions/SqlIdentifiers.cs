namespace MigrateBoth.Core.Expressions;

/// <summary>Finds the names an expression refers to.</summary>
internal static class SqlIdentifiers
{
    /// <summary>Every word and quoted identifier; more than the columns, never fewer. Empty when the text cannot be cut into tokens.</summary>
    public static IReadOnlyList<string> In(string sql, SqlDialect dialect) =>
        [.. (SqlTokenizer.Tokenize(sql, dialect) ?? [])
            .Where(token => token.Kind is SqlTokenKind.Word or SqlTokenKind.Quoted)
            .Select(token => token.Text)];
}
