using System.Text;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Reads the SQL text that a server's catalog gives back, without understanding more of it than its quotes.</summary>
internal static class SqlText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The expression as it was stored: MySQL escapes it once more on its way out and shows its UTF-8 bytes as Latin 1.</summary>
    public static string Restore(string text, ServerFlavor flavor) =>
        flavor.EscapesExpressions ? Unescape(FromLatin1(text)) : text;

    /// <summary>Why the expression cannot be trusted, or null.</summary>
    public static string? Doubt(string text, ServerFlavor flavor) =>
        flavor.LosesSupplementaryCharactersInExpressions && text.Contains("????", StringComparison.Ordinal)
            ? "the server's catalog shows '????' for every character it cannot represent"
            : null;

    /// <summary>Takes off every pair of parentheses that encloses the whole text.</summary>
    public static string WithoutOuterParentheses(string text)
    {
        text = text.Trim();
        while (text.StartsWith('(') && ClosingParenthesis(text) == text.Length - 1)
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    /// <summary>Resolves backslash escapes as the server does in a string literal.</summary>
    public static string Unescape(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            result.Append(text[i] switch
            {
                '0' => '\0',
                'b' => '\b',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'Z' => '\u001A',
                var other => other,
            });
        }

        return result.ToString();
    }

    /// <summary>The value of a text that is only one quoted literal, with or without an introducer such as <c>_utf8mb4</c>.</summary>
    public static string? LiteralValue(string text)
    {
        var quote = text.IndexOf('\'', StringComparison.Ordinal);
        var isLiteral = quote >= 0 && IsIntroducer(text[..quote]) && EndOfQuoted(text, quote) == text.Length - 1;
        return isLiteral ? Unescape(text[(quote + 1)..^1].Replace("''", "'", StringComparison.Ordinal)) : null;
    }

    /// <summary>Takes <c>`database`.</c> out wherever it stands outside quotes: two scratch databases hold the same view under different names.</summary>
    public static string Unqualify(string text, string database)
    {
        var qualifier = $"`{database.Replace("`", "``", StringComparison.Ordinal)}`.";
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length;)
        {
            if (string.CompareOrdinal(text, i, qualifier, 0, qualifier.Length) == 0)
            {
                i += qualifier.Length;
                continue;
            }

            var end = IsQuote(text[i]) ? EndOfQuoted(text, i) : i;
            result.Append(text, i, end - i + 1);
            i = end + 1;
        }

        return result.ToString();
    }

    private static bool IsIntroducer(string text)
    {
        var word = text.TrimEnd();
        return word.Length == 0 || (word[0] == '_' && word.Skip(1).All(char.IsAsciiLetterOrDigit));
    }

    private static int ClosingParenthesis(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsQuote(text[i]))
            {
                i = EndOfQuoted(text, i);
            }
            else if (text[i] == '(')
            {
                depth++;
            }
            else if (text[i] == ')' && --depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsQuote(char character) => character is '\'' or '"' or '`';

    /// <summary>The index of the closing quote; the last index when it is missing.</summary>
    private static int EndOfQuoted(string text, int start)
    {
        var quote = text[start];
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && quote != '`')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (i + 1 == text.Length || text[i + 1] != quote)
                {
                    return i;
                }

                i++;
            }
        }

        return text.Length - 1;
    }

    /// <summary>Text that is not UTF-8 shown as Latin 1 is left as it is: a server that does not have this fault is understood too.</summary>
    private static string FromLatin1(string text)
    {
        if (!text.Any(c => c > '\u007F') || text.Any(c => c > '\u00FF'))
        {
            return text;
        }

        try
        {
            return StrictUtf8.GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }
}
