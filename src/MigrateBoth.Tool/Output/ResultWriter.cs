using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Output;

/// <summary>The only writer of stdout. A result is rendered whole before its first byte is written.</summary>
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
            // A result that nobody received must not count as a pass.
            console.Error.WriteLine($"error: stdout does not take the result: {exception.Message}");
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
