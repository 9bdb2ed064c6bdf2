namespace MigrateBoth.Sqlite.Sql;

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
