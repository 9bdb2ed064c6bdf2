using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>The meaning of a piece of text, which determines its colour.</summary>
internal enum TextStyle
{
    Normal,
    Bold,
    Faint,
    Good,
    Warning,
    Bad,
}

/// <summary>Text on stdout: plain lines, coloured only where a person looks at a terminal. Secrets are masked on the way out.</summary>
internal sealed class TextOutput(TextWriter writer, bool isTerminal, bool color, int width, bool verbose = false)
{
    /// <summary>Whether a person is looking: tables may be drawn to the terminal's width.</summary>
    public bool IsTerminal { get; } = isTerminal;

    /// <summary>Whether colours may be used.</summary>
    public bool Color { get; } = color;

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; } = width;

    /// <summary>Whether details were requested.</summary>
    public bool Verbose { get; } = verbose;

    /// <summary>The stream itself, for renderers that draw.</summary>
    public TextWriter Writer { get; } = writer;

    /// <summary>Writes a line.</summary>
    public void Line(string text = "", TextStyle style = TextStyle.Normal)
    {
        Writer.Write(Styled(RunnerCommands.Disarm(Redaction.MaskSecrets(text)), style));
        Writer.Write('\n');
    }

    /// <summary>Writes text after a label. On a terminal it is broken at words, and the lines after the first begin where the text began.</summary>
    public void Labelled(string label, string text)
    {
        var rest = new string(' ', label.Length);
        var lines = Wrapping.Lines(text, IsTerminal ? Width : int.MaxValue, label.Length);
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            Line((i == 0 ? label : rest) + line);
        }
    }

    /// <summary>Writes text that brings its own line ends.</summary>
    public void Raw(string text) => Writer.Write(RunnerCommands.Disarm(Redaction.MaskSecrets(text)));

    /// <summary>Writes rows with aligned columns, two spaces apart; the last column is not padded.</summary>
    public void Columns(IReadOnlyList<IReadOnlyList<string>> rows, string indent = "  ")
    {
        if (rows.Count == 0)
        {
            return;
        }

        var widths = Enumerable.Range(0, rows.Max(r => r.Count)).Select(i => rows.Max(r => i < r.Count ? r[i].Length : 0)).ToArray();
        foreach (var row in rows)
        {
            Line((indent + string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i])))).TrimEnd());
        }
    }

    /// <summary>The text in a style, or as it is where there are no colours.</summary>
    public string Styled(string text, TextStyle style)
    {
        var code = style switch
        {
            TextStyle.Bold => "1",
            TextStyle.Faint => "2",
            TextStyle.Good => "32",
            TextStyle.Warning => "33",
            TextStyle.Bad => "31",
            _ => null,
        };
        return Color && code is not null && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
    }
}

/// <summary>Breaks text at words, so that a terminal does not break it inside them.</summary>
internal static class Wrapping
{
    // Narrower than this, one word a line is harder to read than what the terminal makes of it.
    private const int Narrowest = 20;

    /// <summary>The text in lines of at most <paramref name="width"/> columns; a longer word keeps a line of its own. Its own line breaks stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="indent">Columns that are taken before every line.</param>
    public static IEnumerable<string> Lines(string text, int width, int indent) =>
        text.Split('\n').SelectMany(line => Broken(line, Math.Max(Narrowest, width - indent)));

    private static IEnumerable<string> Broken(string line, int room)
    {
        while (line.Length > room)
        {
            var space = line.LastIndexOf(' ', room);
            if (space <= 0)
            {
                space = line.IndexOf(' ', room);
            }

            if (space < 0)
            {
                break;
            }

            yield return line[..space].TrimEnd();
            line = line[(space + 1)..].TrimStart();
        }

        yield return line;
    }
}
