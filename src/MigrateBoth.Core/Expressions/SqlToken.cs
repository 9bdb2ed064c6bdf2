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
