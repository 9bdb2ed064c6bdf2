namespace MigrateBoth.Core.Expressions;

/// <summary>Writes tokens back with one kind of quotes and single spaces, for text that is not an expression.</summary>
internal static class SqlTokenText
{
    public static string Of(IEnumerable<SqlToken> tokens) => string.Join(' ', tokens.Select(Of));

    private static string Of(SqlToken token) => token.Kind switch
    {
        SqlTokenKind.String => $"'{token.Text.Replace("'", "''", StringComparison.Ordinal)}'",
        SqlTokenKind.Binary => $"0x{token.Text}",
        SqlTokenKind.Quoted => token.Text.ToLowerInvariant(),
        SqlTokenKind.Symbol => token.Text switch { "!=" => "<>", "==" => "=", _ => token.Text },
        _ => token.Text,
    };
}
