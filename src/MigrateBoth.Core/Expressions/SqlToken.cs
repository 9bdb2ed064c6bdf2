namespace MigrateBoth.Core.Expressions;

/// <summary>One token of an expression.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">
/// A word in lower case; a quoted identifier or string without quotes and escapes; a number as written; binary as upper-case
/// hexadecimal digits; a symbol as written.
/// </param>
/// <param name="Raw">The token exactly as it is written, quotes, escapes and introducer included.</param>
/// <param name="Start">Position of its first character in the text.</param>
public readonly record struct SqlToken(SqlTokenKind Kind, string Text, string Raw, int Start)
{
    /// <summary>Whether it is this bare word.</summary>
    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text == word;

    /// <summary>Whether it is this symbol.</summary>
    public bool IsSymbol(string symbol) => Kind == SqlTokenKind.Symbol && Text == symbol;
}

/// <summary>What a <see cref="SqlToken"/> is.</summary>
public enum SqlTokenKind
{
    /// <summary>A keyword, function or bare identifier.</summary>
    Word,

    /// <summary>A quoted identifier.</summary>
    Quoted,

    /// <summary>A text literal.</summary>
    String,

    /// <summary>A numeric literal.</summary>
    Number,

    /// <summary>A binary literal.</summary>
    Binary,

    /// <summary>An operator, a parenthesis or a comma.</summary>
    Symbol,
}

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
