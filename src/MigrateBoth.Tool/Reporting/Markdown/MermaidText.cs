using System.Text;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>Names and texts as Mermaid's entity relationship diagrams can hold them. The tables above the diagram have them as they are.</summary>
internal static partial class MermaidText
{
    private const int Longest = 80;

    /// <summary>An identifier: letters, digits and underscores, beginning with a letter.</summary>
    public static string Word(string text)
    {
        var word = new StringBuilder(text.Length + 1);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0 && word[^1] != '_')
            {
                word.Append('_');
            }
        }

        var plain = word.ToString().TrimEnd('_');
        return plain.Length > 0 && char.IsAsciiLetter(plain[0]) ? plain : $"x{plain}";
    }

    /// <summary>A string in double quotes, without what ends it, opens a directive or is markup.</summary>
    public static string Quoted(string text)
    {
        text = Redaction.MaskSecrets(text);
        var visible = VisibleText.OneLine(text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…");
        var plain = new StringBuilder(visible.Length + 2).Append('"');
        foreach (var character in visible)
        {
            plain.Append(character switch
            {
                '"' => '”',
                '`' => '’',
                '<' => '‹',
                '>' => '›',
                '%' => '％',
                '{' or '[' => '(',
                '}' or ']' => ')',
                ';' or '#' or '\\' or '&' => '·',
                _ => character,
            });
        }

        // Mermaid looks for this even inside strings.
        return Direction().Replace(plain.Append('"').ToString(), "direction·");
    }

    [GeneratedRegex(@"direction\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Direction();
}
