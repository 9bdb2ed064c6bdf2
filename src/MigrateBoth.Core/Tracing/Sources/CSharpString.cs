using System.Text;

namespace MigrateBoth.Core.Tracing.Sources;

/// <summary>Reads a C# string literal of any form.</summary>
internal static class CSharpString
{
    /// <summary>Reads.</summary>
    /// <param name="text">The source.</param>
    /// <param name="quote">Where its first quote is.</param>
    /// <param name="prefix">What stands before: <c>@</c>, <c>$</c>, both or nothing.</param>
    /// <returns>The value, null when it is not plain, and the position behind it.</returns>
    public static (string? Value, int End) Read(string text, int quote, string prefix)
    {
        var quotes = 1;
        while (quote + quotes < text.Length && text[quote + quotes] == '"')
        {
            quotes++;
        }

        return quotes >= 3 ? Raw(text, quote, quotes)
            : prefix.Contains('@', StringComparison.Ordinal) ? Verbatim(text, quote + 1)
            : Regular(text, quote + 1, prefix.Contains('$', StringComparison.Ordinal));
    }

    private static (string? Value, int End) Raw(string text, int quote, int quotes)
    {
        var end = text.IndexOf(new string('"', quotes), quote + quotes, StringComparison.Ordinal);
        return end < 0 ? (null, text.Length) : (text[(quote + quotes)..end], end + quotes);
    }

    private static (string? Value, int End) Verbatim(string text, int at)
    {
        var value = new StringBuilder();
        for (; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                value.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                value.Append(text[at++]);
            }
            else
            {
                return (value.ToString(), at + 1);
            }
        }

        return (null, text.Length);
    }

    private static (string? Value, int End) Regular(string text, int at, bool isInterpolated)
    {
        var value = new StringBuilder();
        var (plain, depth) = (true, 0);
        for (; at < text.Length && text[at] != '\n'; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                plain &= text[at] is '"' or '\\';
            }
            else if (isInterpolated && text[at] is '{' or '}')
            {
                depth += text[at] == '{' ? 1 : -1;
            }
            else if (text[at] == '"' && depth <= 0)
            {
                return (plain ? value.ToString() : null, at + 1);
            }

            value.Append(text[at]);
        }

        return (null, at);
    }
}
