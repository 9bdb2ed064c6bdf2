using System.Text;

namespace MigrateBoth.Core.Schema;

/// <summary>
/// Reads <c>'a','it''s'</c>: the values of an enum or set as MySQL's catalog lists them, quotes doubled and backslashes escaped.
/// </summary>
internal static class QuotedList
{
    /// <summary>Reads the whole text or nothing.</summary>
    public static bool TryParse(string text, out IReadOnlyList<string> values)
    {
        values = [];
        var found = new List<string>();
        var position = 0;
        while (true)
        {
            SkipSpaces(text, ref position);
            if (!TryReadValue(text, ref position, out var value))
            {
                return false;
            }

            found.Add(value);
            SkipSpaces(text, ref position);
            if (position == text.Length)
            {
                values = found;
                return true;
            }

            if (text[position++] != ',')
            {
                return false;
            }
        }
    }

    private static bool TryReadValue(string text, ref int position, out string value)
    {
        value = string.Empty;
        if (position >= text.Length || text[position] != '\'')
        {
            return false;
        }

        var builder = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
                builder.Append(Escaped(text[position]));
            }
            else if (text[position] != '\'')
            {
                builder.Append(text[position]);
            }
            else if (position + 1 < text.Length && text[position + 1] == '\'')
            {
                builder.Append('\'');
                position++;
            }
            else
            {
                position++;
                value = builder.ToString();
                return true;
            }
        }

        return false;
    }

    private static char Escaped(char character) => character switch
    {
        '0' => '\0',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'Z' => '\u001A',
        var other => other,
    };

    private static void SkipSpaces(string text, ref int position)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
        {
            position++;
        }
    }
}
