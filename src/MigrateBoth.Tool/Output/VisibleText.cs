using System.Globalization;
using System.Text;

namespace MigrateBoth.Tool.Output;

/// <summary>
/// Makes text that comes from a database safe to show to people: what would break a line, steer a terminal or turn the reading direction
/// round is written as an escape instead. A table may be named like a build server's command, and a comment may hold anything.
/// </summary>
internal static class VisibleText
{
    /// <summary>The text on one line: line breaks are shown as <c>\n</c>.</summary>
    public static string OneLine(string text) => Escape(text, keepsLines: false);

    /// <summary>The text with its line breaks, all of them <c>\n</c>, and its tabs.</summary>
    public static string Lines(string text) => Escape(text.ReplaceLineEndings("\n"), keepsLines: true);

    /// <summary>Whether a character says something to a terminal or a layout engine rather than to a reader.</summary>
    public static bool IsInvisible(char character) => character switch
    {
        // Direction marks, overrides and isolates; line and paragraph separator; spaces without width.
        '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => true,
        _ => char.IsControl(character),
    };

    private static string Escape(string text, bool keepsLines)
    {
        if (!text.Any(character => IsInvisible(character) || char.IsSurrogate(character)))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (i + 1 < text.Length && char.IsSurrogatePair(character, text[i + 1]))
            {
                visible.Append(character).Append(text[++i]);
            }
            else if (keepsLines && (character is '\n' or '\t'))
            {
                visible.Append(character);
            }
            else if (IsInvisible(character) || char.IsSurrogate(character))
            {
                visible.Append(character switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
                });
            }
            else
            {
                visible.Append(character);
            }
        }

        return visible.ToString();
    }
}
