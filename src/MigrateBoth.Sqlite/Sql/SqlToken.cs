namespace MigrateBoth.Sqlite.Sql;

/// <summary>One word of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The characters as they stand in the source.</param>
/// <param name="Start">Position of the first character in the source.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text, int Start)
{
    /// <summary>Position behind the last character.</summary>
    public int End => Start + Text.Length;

    /// <summary>Whether the token can represent a name; SQLite takes even a text literal for one.</summary>
    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName or SqlTokenKind.String;

    /// <summary>The text without quotes, doubled quotes resolved.</summary>
    public string Value => Kind switch
    {
        SqlTokenKind.QuotedName or SqlTokenKind.String => Unquote(Text),
        SqlTokenKind.Blob => Text[2..^1],
        _ => Text,
    };

    public bool IsWord(string word) => Kind == SqlTokenKind.Word && Text.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSymbol(char symbol) => Kind == SqlTokenKind.Symbol && Text[0] == symbol;

    private static string Unquote(string text)
    {
        var inner = text[1..^1];
        var quote = text[0].ToString();
        return quote == "[" ? inner : inner.Replace(quote + quote, quote, StringComparison.Ordinal);
    }
}

internal enum SqlTokenKind
{
    /// <summary>A keyword or a bare name; SQLite tells them apart by their place.</summary>
    Word,

    /// <summary>A name in double quotes, backticks or brackets.</summary>
    QuotedName,

    /// <summary>A text literal in single quotes.</summary>
    String,

    /// <summary>A literal such as <c>x'0102'</c>.</summary>
    Blob,

    Number,

    /// <summary>One punctuation character; operators of several characters come as several symbols.</summary>
    Symbol,

    End,
}
