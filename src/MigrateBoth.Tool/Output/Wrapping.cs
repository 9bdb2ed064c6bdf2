namespace MigrateBoth.Tool.Output;

/// <summary>Breaks text at words, so that a terminal does not break it inside of them.</summary>
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
