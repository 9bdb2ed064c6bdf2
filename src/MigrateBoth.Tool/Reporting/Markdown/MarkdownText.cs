using System.Globalization;
using System.Text;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>
/// Text in Markdown that stays text. Characters with a meaning are written as character references, which CommonMark never takes for syntax,
/// whether they stand in a table, in a heading or between tags.
/// </summary>
internal static class MarkdownText
{
    private const int Longest = 400;

    // '$' begins mathematics on GitHub, ':' an emoji, '@' a mention.
    private const string Special = "&<>|*_[]()#~\\`$@:\"'!{}^";

    /// <summary>Running text; line breaks become <c>&lt;br&gt;</c>, what is longer than a table bears is cut.</summary>
    public static string Of(string text) => Escape(Cut(Redaction.MaskSecrets(text)));

    /// <summary>A name or a piece of SQL, in a monospaced face.</summary>
    public static string Code(string? text) => string.IsNullOrEmpty(text) ? "–" : $"<code>{Escape(Cut(Redaction.MaskSecrets(text)))}</code>";

    private static string Cut(string text)
    {
        if (text.Length <= Longest)
        {
            return text;
        }

        // Not between the two halves of a character.
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text[..end] + "…";
    }

    private static string Escape(string text)
    {
        var markdown = new StringBuilder(text.Length + 16);
        foreach (var character in VisibleText.Lines(text))
        {
            if (character == '\n')
            {
                markdown.Append("<br>");
            }
            else if (Special.Contains(character, StringComparison.Ordinal))
            {
                markdown.Append("&#").Append(((int)character).ToString(CultureInfo.InvariantCulture)).Append(';');
            }
            else
            {
                markdown.Append(character);
            }
        }

        return markdown.ToString();
    }
}
