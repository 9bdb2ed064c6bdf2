using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>The formats of stdout.</summary>
internal enum OutputFormat
{
    /// <summary>Text for people.</summary>
    Text,

    /// <summary>One JSON document.</summary>
    Json,
}

/// <summary>The only writer of stdout. A result is rendered completely before its first byte is written.</summary>
internal sealed class ResultWriter(ToolConsole console, OutputFormat format, string command, bool noColor = false, bool verbose = false)
{
    /// <summary>Writes the result, and what went wrong to stderr.</summary>
    /// <returns>The exit code: the result's own, unless stdout does not take it.</returns>
    public ExitCode Write(ICommandResult result)
    {
        result.WriteError(console.Error);
        try
        {
            console.Out.Write(format == OutputFormat.Json ? JsonEnvelope.Render(command, result) : Text(result));
            console.Out.Flush();
            return result.ExitCode;
        }
        catch (IOException exception)
        {
            // A result that could not be written must not count as a pass.
            console.Error.WriteLine($"error: the result could not be written to stdout: {exception.Message}");
            return result.ExitCode == ExitCode.Ok ? ExitCode.Incomplete : result.ExitCode;
        }
    }

    private string Text(ICommandResult result)
    {
        using var buffer = new StringWriter();
        result.WriteText(new TextOutput(buffer, console.IsOutTerminal, console.IsOutTerminal && !noColor, console.Width, verbose));
        return buffer.ToString();
    }
}

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
