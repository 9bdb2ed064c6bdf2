namespace MigrateBoth.Core.Tracing.Sources;

/// <summary>Splits C# into tokens. Comments and directives are left out; of strings, plain ones keep their value.</summary>
internal static class CSharpTokenizer
{
    /// <summary>All tokens of a text.</summary>
    public static IReadOnlyList<CSharpToken> Read(string text)
    {
        var tokens = new List<CSharpToken>();
        var (at, line, lineHasToken) = (0, 1, false);
        while (at < text.Length)
        {
            var start = at;
            var character = text[at];
            if (char.IsWhiteSpace(character))
            {
                at++;
                lineHasToken &= character != '\n';
            }
            else if (At(text, at, "//") || (character == '#' && !lineHasToken))
            {
                at = End(text, at, "\n", inclusive: false);
            }
            else if (At(text, at, "/*"))
            {
                at = End(text, at + 2, "*/", inclusive: true);
            }
            else
            {
                (var token, at) = Token(text, at, line);
                tokens.Add(token);
                lineHasToken = true;
            }

            line += text.AsSpan(start, at - start).Count('\n');
        }

        return tokens;
    }

    private static (CSharpToken Token, int End) Token(string text, int at, int line)
    {
        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@')
        {
            quote++;
        }

        if (quote < text.Length && text[quote] == '"')
        {
            var prefix = text[at..quote];
            var (value, end) = CSharpString.Read(text, quote, prefix);
            return (new CSharpToken(CSharpTokenKind.String, prefix.Contains('$', StringComparison.Ordinal) ? null : value, line, at), end);
        }

        if (text[at] == '\'')
        {
            var end = at + 1;
            while (end < text.Length && text[end] is not ('\'' or '\n'))
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return (new CSharpToken(CSharpTokenKind.Other, null, line, at), Math.Min(end + 1, text.Length));
        }

        if (IsPart(text[at]) || text[at] == '@')
        {
            var begin = text[at] == '@' ? at + 1 : at;
            var end = begin;
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            var kind = begin < text.Length && char.IsDigit(text[begin]) ? CSharpTokenKind.Other : CSharpTokenKind.Identifier;
            return (new CSharpToken(kind, text[begin..end], line, at), Math.Max(end, at + 1));
        }

        return (new CSharpToken(CSharpTokenKind.Punctuation, text[at].ToString(), line, at), at + 1);
    }

    private static bool IsPart(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool At(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int End(string text, int from, string what, bool inclusive)
    {
        var end = text.IndexOf(what, from, StringComparison.Ordinal);
        return end < 0 ? text.Length : inclusive ? end + what.Length : end;
    }
}
