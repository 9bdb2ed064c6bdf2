namespace MigrateBoth.Sqlite.Sql;

/// <summary>
/// Cuts SQL into tokens by the rules of SQLite's own tokenizer: comments and white space separate, everything from U+0080 on
/// belongs to names.
/// </summary>
internal static class SqlTokenizer
{
    private const string Symbols = "(),.;+-*/%=<>!&|~?:@#";

    public static IReadOnlyList<SqlToken> Tokenize(string sql)
    {
        var tokens = new List<SqlToken>();
        var position = SkipBlank(sql, 0);
        while (position < sql.Length)
        {
            var (kind, end) = Next(sql, position);
            tokens.Add(new SqlToken(kind, sql[position..end], position));
            position = SkipBlank(sql, end);
        }

        return tokens;
    }

    private static (SqlTokenKind Kind, int End) Next(string sql, int start) => sql[start] switch
    {
        '\'' => (SqlTokenKind.String, QuotedEnd(sql, start, '\'')),
        '"' => (SqlTokenKind.QuotedName, QuotedEnd(sql, start, '"')),
        '`' => (SqlTokenKind.QuotedName, QuotedEnd(sql, start, '`')),
        '[' => (SqlTokenKind.QuotedName, BracketEnd(sql, start)),
        'x' or 'X' when At(sql, start + 1) == '\'' => (SqlTokenKind.Blob, QuotedEnd(sql, start + 1, '\'')),
        >= '0' and <= '9' => (SqlTokenKind.Number, NumberEnd(sql, start)),
        '.' when char.IsAsciiDigit(At(sql, start + 1)) => (SqlTokenKind.Number, NumberEnd(sql, start)),
        var c when IsNameStart(c) => (SqlTokenKind.Word, WordEnd(sql, start)),
        var c when Symbols.Contains(c, StringComparison.Ordinal) => (SqlTokenKind.Symbol, start + 1),
        var c => throw new SqlSyntaxException($"character '{c}' at position {start} is not understood"),
    };

    private static int SkipBlank(string sql, int position)
    {
        while (position < sql.Length)
        {
            if (sql[position] is ' ' or '\t' or '\n' or '\f' or '\r')
            {
                position++;
            }
            else if (sql[position] == '-' && At(sql, position + 1) == '-')
            {
                position = EndOf(sql, "\n", position);
            }
            else if (sql[position] == '/' && At(sql, position + 1) == '*')
            {
                position = EndOf(sql, "*/", position + 2);
            }
            else
            {
                break;
            }
        }

        return position;
    }

    /// <summary>SQLite lets a comment end with the text.</summary>
    private static int EndOf(string sql, string terminator, int from)
    {
        var found = sql.IndexOf(terminator, from, StringComparison.Ordinal);
        return found < 0 ? sql.Length : found + terminator.Length;
    }

    private static int QuotedEnd(string sql, int open, char quote)
    {
        for (var i = open + 1; i < sql.Length; i++)
        {
            if (sql[i] != quote)
            {
                continue;
            }

            if (At(sql, i + 1) != quote)
            {
                return i + 1;
            }

            i++;
        }

        throw new SqlSyntaxException($"the quote {quote} at position {open} is not closed");
    }

    private static int BracketEnd(string sql, int open)
    {
        var close = sql.IndexOf(']', open);
        return close < 0 ? throw new SqlSyntaxException($"the bracket at position {open} is not closed") : close + 1;
    }

    private static int WordEnd(string sql, int start)
    {
        var end = start + 1;
        while (end < sql.Length && IsNamePart(sql[end]))
        {
            end++;
        }

        return end;
    }

    private static int NumberEnd(string sql, int start)
    {
        var end = start;
        while (end < sql.Length && (IsNamePart(sql[end]) || sql[end] == '.' || IsExponentSign(sql, start, end)))
        {
            end++;
        }

        return end;
    }

    private static bool IsExponentSign(string sql, int start, int position) =>
        sql[position] is '+' or '-'
        && position > start
        && sql[position - 1] is 'e' or 'E'
        && char.IsAsciiDigit(At(sql, position + 1))
        && At(sql, start + 1) is not ('x' or 'X');

    private static bool IsNameStart(char c) => c == '_' || char.IsAsciiLetter(c) || c >= '\u0080';

    private static bool IsNamePart(char c) => IsNameStart(c) || char.IsAsciiDigit(c) || c == '$';

    private static char At(string sql, int position) => position < sql.Length ? sql[position] : '\0';
}
