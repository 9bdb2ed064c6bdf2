using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Output;

/// <summary>The members that every JSON document begins with, around a result's own.</summary>
internal static class JsonEnvelope
{
    private const int SchemaVersion = 1;

    // Read by programs and people, never pasted into HTML: quotes and umlauts stay as they are.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document without secrets, with a line end.</summary>
    public static string Render(string command, ICommandResult result)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
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

        return Disarm(Redaction.MaskJson(Encoding.UTF8.GetString(buffer.ToArray()))) + "\n";
    }

    /// <summary>
    /// A runner obeys '##[' wherever it is in a line (see <see cref="RunnerCommands"/>). In JSON it can only stand in a string, and there an
    /// escape is the same text.
    /// </summary>
    public static string Disarm(string json) => json.Replace("##[", "\\u0023#[", StringComparison.Ordinal);
}
