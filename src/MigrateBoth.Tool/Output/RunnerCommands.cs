namespace MigrateBoth.Tool.Output;

/// <summary>
/// GitHub's runner reads every line that a step prints, to stdout and to stderr: one that begins with <c>::</c> and one that holds <c>##[</c> anywhere
/// are commands to it. Text that comes from a database must never become one.
/// </summary>
internal static class RunnerCommands
{
    /// <summary>The text with the first character of whatever the runner would obey written as an escape.</summary>
    public static string Disarm(string text)
    {
        if (!text.Contains("::", StringComparison.Ordinal) && !text.Contains("##[", StringComparison.Ordinal))
        {
            return text;
        }

        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Replace("##[", "\\u0023#[", StringComparison.Ordinal);
            var start = line.Length - line.TrimStart().Length;
            lines[i] = line.AsSpan(start).StartsWith("::", StringComparison.Ordinal) ? $"{line[..start]}\\u003A{line[(start + 1)..]}" : line;
        }

        return string.Join('\n', lines);
    }
}
