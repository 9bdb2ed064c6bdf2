using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;

namespace MigrateBoth.Tool.Output;

/// <summary>The only writer of stdout. A result is rendered whole before its first byte is written.</summary>
internal sealed class ResultWriter(ToolConsole console, OutputFormat format, string command, bool noColor = false)
{
    private const int SchemaVersion = 1;

    /// <summary>Writes the result, and an error's text to stderr.</summary>
    /// <returns>The exit code: the result's own, unless stdout does not take it.</returns>
    public ExitCode Write(ICommandResult result)
    {
        (result as ErrorResult)?.WriteError(console.Error);
        try
        {
            console.Out.Write(format == OutputFormat.Json ? Json(result) : Text(result));
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
        result.WriteText(new TextOutput(buffer, console.IsOutTerminal, console.IsOutTerminal && !noColor, console.Width));
        return buffer.ToString();
    }

    /// <summary>The JSON document of a result; reports that are written to files use it too.</summary>
    public string Json(ICommandResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", SchemaVersion);
            json.WriteStartObject("tool");
            json.WriteString("name", ToolName.Name);
            json.WriteString("version", ToolName.Version);
            json.WriteEndObject();
            json.WriteString("command", command);
            json.WriteString("outcome", result.Outcome);
            json.WriteNumber("exitCode", (int)result.ExitCode);
            result.WriteJson(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
