using System.Text;
using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Output;

/// <summary>Shows a page of Markdown on a terminal: headings, lists, code, tables. Where no person is looking it goes out as it is.</summary>
internal static partial class MarkdownPage
{
    private const string CodeIndent = "    ";

    // They take the place of marks while lines are broken, and of nothing that a page can hold.
    private const char CodeStart = '\uE000', CodeEnd = '\uE001', StrongStart = '\uE002', StrongEnd = '\uE003';

    /// <summary>Writes the page.</summary>
    public static void Write(string markdown, TextOutput output)
    {
        if (!output.IsTerminal)
        {
            output.Line(markdown);
            return;
        }

        var isFirst = true;
        foreach (var block in Blocks(markdown))
        {
            if (!isFirst && !block.IsTight)
            {
                output.Line();
            }

            isFirst = false;
            Write(block, output);
        }
    }

    private static void Write(Block block, TextOutput output)
    {
        switch (block.Kind)
        {
            case Kind.Heading:
                output.Line(Plain(block.Text), TextStyle.Bold);
                break;
            case Kind.Code:
                foreach (var line in block.Text.Split('\n'))
                {
                    output.Line(line.Length == 0 ? "" : CodeIndent + line, TextStyle.Good);
                }

                break;
            case Kind.Table:
                output.Columns([.. block.Text.Split('\n').Where(row => !Rule().IsMatch(row)).Select(row => (IReadOnlyList<string>)[.. row.Trim().Trim('|').Split(" | ").Select(cell => Plain(cell.Trim()))])]);
                break;
            default:
                var indent = new string(' ', block.Mark.Length);
                var isCode = false;
                var isStrong = false;
                foreach (var (line, i) in Wrapping.Lines(Marked(block.Text), output.Width, block.Mark.Length).Select((line, i) => (line, i)))
                {
                    output.Raw((i == 0 ? block.Mark : indent) + Styled(line, output.Color, ref isCode, ref isStrong) + "\n");
                }

                break;
        }
    }

    private static IEnumerable<Block> Blocks(string markdown)
    {
        var lines = markdown.Split('\n');
        var hasItemBefore = false;
        for (var i = 0; i < lines.Length;)
        {
            var line = lines[i];
            if (line.Length == 0)
            {
                hasItemBefore = false;
                i++;
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.FindIndex(lines, i + 1, other => other.StartsWith("```", StringComparison.Ordinal));
                end = end < 0 ? lines.Length : end;
                yield return new Block(Kind.Code, string.Join('\n', lines[(i + 1)..end]));
                i = end + 1;
            }
            else if (line.StartsWith(CodeIndent, StringComparison.Ordinal))
            {
                var code = Take(lines, ref i, other => other.StartsWith(CodeIndent, StringComparison.Ordinal));
                yield return new Block(Kind.Code, string.Join('\n', code.Select(text => text[CodeIndent.Length..])));
            }
            else if (line.StartsWith('|'))
            {
                yield return new Block(Kind.Table, string.Join('\n', Take(lines, ref i, other => other.StartsWith('|'))));
            }
            else if (Heading().Match(line) is { Success: true } heading)
            {
                yield return new Block(Kind.Heading, heading.Groups[1].Value);
                i++;
            }
            else if (Item().Match(line) is { Success: true } item)
            {
                i++;
                var rest = Take(lines, ref i, other => other.Length > 0 && !Item().IsMatch(other));
                yield return new Block(Kind.Text, string.Join(' ', [item.Groups["text"].Value, .. rest.Select(text => text.Trim())])) { Mark = $"  {item.Groups["mark"].Value} ", IsTight = hasItemBefore };
                hasItemBefore = true;
            }
            else
            {
                yield return new Block(Kind.Text, string.Join(' ', Take(lines, ref i, other => other.Length > 0 && !other.StartsWith('|') && !Item().IsMatch(other)).Select(text => text.Trim())));
            }
        }
    }

    private static List<string> Take(string[] lines, ref int at, Func<string, bool> belongs)
    {
        var taken = new List<string>();
        while (at < lines.Length && belongs(lines[at]))
        {
            taken.Add(lines[at++]);
        }

        return taken;
    }

    /// <summary>The text with marks in place of code and emphasis. A link within the docs leads nowhere on a terminal: its words stay.</summary>
    private static string Marked(string text)
    {
        text = Link().Replace(text, match => match.Groups["to"].Value.StartsWith("http", StringComparison.Ordinal) ? $"{match.Groups["text"].Value} ({match.Groups["to"].Value})" : match.Groups["text"].Value);
        text = Code().Replace(text, $"{CodeStart}$1{CodeEnd}");
        return Strong().Replace(text, $"{StrongStart}$1{StrongEnd}");
    }

    private static string Plain(string text) => Marks().Replace(Marked(text), string.Empty);

    /// <summary>One line with its colours, which end with it and begin again on the next one.</summary>
    private static string Styled(string line, bool color, ref bool isCode, ref bool isStrong)
    {
        if (!color)
        {
            // Without colours code keeps its marks: it is to be told from the words around it.
            return line.Replace(CodeStart, '`').Replace(CodeEnd, '`').Replace($"{StrongStart}", "", StringComparison.Ordinal).Replace($"{StrongEnd}", "", StringComparison.Ordinal);
        }

        var text = new StringBuilder(isCode ? "\u001b[32m" : isStrong ? "\u001b[1m" : "");
        foreach (var character in line)
        {
            (isCode, isStrong) = character switch
            {
                CodeStart => (true, isStrong),
                CodeEnd => (false, isStrong),
                StrongStart => (isCode, true),
                StrongEnd => (isCode, false),
                _ => (isCode, isStrong),
            };
            text.Append(character switch
            {
                CodeStart => "\u001b[32m",
                StrongStart => "\u001b[1m",
                CodeEnd or StrongEnd => "\u001b[0m",
                _ => character.ToString(),
            });
        }

        return text.Append(isCode || isStrong ? "\u001b[0m" : "").ToString();
    }

    [GeneratedRegex("^#+ (.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?<mark>[-*]|\d+\.) (?<text>.*)$")]
    private static partial Regex Item();

    [GeneratedRegex(@"^\|[\s:|-]+\|$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"\[(?<text>[^\]]+)\]\((?<to>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\*\*([^*]+)\*\*")]
    private static partial Regex Strong();

    [GeneratedRegex("[\uE000-\uE003]")]
    private static partial Regex Marks();

    private enum Kind
    {
        Text,
        Heading,
        Code,
        Table,
    }

    private sealed record Block(Kind Kind, string Text)
    {
        public string Mark { get; init; } = "";

        /// <summary>Whether no line is left before it.</summary>
        public bool IsTight { get; init; }
    }
}
