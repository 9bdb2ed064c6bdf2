using System.Text.RegularExpressions;

namespace MigrateBoth.Tool.Commands.Init.Switches;

/// <summary>A C# file without its comments; lines stay what they are.</summary>
internal sealed partial class SourceText
{
    private const string Opening = "([{";
    private const string Closing = ")]}";

    /// <summary>Reads a text.</summary>
    /// <param name="path">Its file, absolute.</param>
    /// <param name="text">Its text.</param>
    public SourceText(string path, string text)
    {
        Path = path;
        Code = Comment().Replace(text, match => match.Groups["text"].Success ? match.Value : " " + new string('\n', match.Value.AsSpan().Count('\n')));
    }

    /// <summary>The file, absolute.</summary>
    public string Path { get; }

    /// <summary>The code.</summary>
    public string Code { get; }

    /// <summary>The line of a position, from 1.</summary>
    public int LineOf(int position) => Code.AsSpan(0, position).Count('\n') + 1;

    /// <summary>What a bracket encloses, or null when it is never closed.</summary>
    /// <param name="open">The position of the opening bracket.</param>
    public string? Within(int open) => End(open) is { } end ? Code[(open + 1)..end] : null;

    /// <summary>The position of the bracket that closes one, or null.</summary>
    public int? End(int open)
    {
        var depth = 0;
        for (var i = open; i < Code.Length; i++)
        {
            if (Code[i] == '"')
            {
                i = EndOfText(Code, i);
            }
            else if (Opening.Contains(Code[i], StringComparison.Ordinal))
            {
                depth++;
            }
            else if (Closing.Contains(Code[i], StringComparison.Ordinal) && --depth == 0)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>The expression that ends before a position: back to where a statement, an argument or an operand begins.</summary>
    public string Before(int position)
    {
        var (depth, start) = (0, position);
        while (start > 0)
        {
            var previous = Code[start - 1];
            if (previous == '"')
            {
                start = Math.Max(Code.LastIndexOf('"', Math.Max(start - 2, 0)), 0);
                continue;
            }

            depth += Closing.Contains(previous, StringComparison.Ordinal) ? 1 : Opening.Contains(previous, StringComparison.Ordinal) ? -1 : 0;
            if (depth < 0 || (depth == 0 && ";{},=&|:".Contains(previous, StringComparison.Ordinal) && !IsCoalescing(start)))
            {
                break;
            }

            start--;
        }

        return Keyword().Replace(Code[start..position], string.Empty).Trim().TrimStart('>').Trim();
    }

    /// <summary>Splits a text where a separator stands outside of brackets and texts.</summary>
    public static IEnumerable<string> Split(string text, char separator)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                i = EndOfText(text, i);
            }
            else if (text[i] == separator && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
            else
            {
                depth += Opening.Contains(text[i], StringComparison.Ordinal) ? 1 : Closing.Contains(text[i], StringComparison.Ordinal) ? -1 : 0;
            }
        }

        yield return text[start..];
    }

    private bool IsCoalescing(int start) => start > 1 && Code[start - 1] == '=' && Code[start - 2] == '?';

    private static int EndOfText(string text, int start)
    {
        var verbatim = start > 0 && text[start - 1] == '@';
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\' && !verbatim)
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    [GeneratedRegex("""(?<text>@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/""", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""^\s*(?:return|await|yield|_|=>|!)\s*""")]
    private static partial Regex Keyword();
}
