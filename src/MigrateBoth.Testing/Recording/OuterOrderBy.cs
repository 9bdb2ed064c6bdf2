namespace MigrateBoth.Testing.Recording;

/// <summary>Finds the ORDER BY that decides the order of a statement's rows.</summary>
internal static class OuterOrderBy
{
    private const string Keyword = "ORDER BY";

    /// <summary>The last ORDER BY outside parentheses, quotes and comments, up to LIMIT; null when there is none.</summary>
    public static string? Of(string sql)
    {
        if (!sql.Contains(Keyword, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var depth = 0;
        var start = -1;
        var end = sql.Length;
        for (var i = 0; i < sql.Length; i++)
        {
            switch (sql[i])
            {
                case '\'' or '"' or '`':
                    i = EndOfQuote(sql, i);
                    break;
                case '-' when i + 1 < sql.Length && sql[i + 1] == '-':
                    i = sql.IndexOf('\n', i) is var line and >= 0 ? line : sql.Length;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case 'O' or 'o' when depth == 0 && IsWord(sql, i, Keyword):
                    (start, end) = (i + Keyword.Length, sql.Length);
                    break;
                case 'L' or 'l' when depth == 0 && start >= 0 && IsWord(sql, i, "LIMIT"):
                    end = i;
                    break;
                case ';' when depth == 0 && start >= 0 && end == sql.Length:
                    end = i;
                    break;
            }
        }

        return start < 0 ? null : sql[start..end].Trim();
    }

    // A quote within quotes is doubled, which reads as an end and another beginning.
    private static int EndOfQuote(string sql, int start) => sql.IndexOf(sql[start], start + 1) is var end and >= 0 ? end : sql.Length;

    private static bool IsWord(string sql, int at, string word) =>
        string.Compare(sql, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0
        && (at == 0 || char.IsWhiteSpace(sql[at - 1]))
        && (at + word.Length == sql.Length || char.IsWhiteSpace(sql[at + word.Length]));
}
