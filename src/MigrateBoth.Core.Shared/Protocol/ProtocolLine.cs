using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Protocol;

/// <summary>Turns messages into lines and back.</summary>
public static class ProtocolLine
{
    /// <summary>Writes a message of the host as one line without its end.</summary>
    public static string Write(HostMessage message) => JsonSerializer.Serialize(message, ProtocolJson.Default.HostMessage);

    /// <summary>Writes a message of the tool as one line without its end.</summary>
    public static string Write(ToolMessage message) => JsonSerializer.Serialize(message, ProtocolJson.Default.ToolMessage);

    /// <summary>Reads a line of the host.</summary>
    /// <exception cref="JsonException">The line is not a message of this version.</exception>
    public static HostMessage ReadHostMessage(string line) =>
        JsonSerializer.Deserialize(line, ProtocolJson.Default.HostMessage) ?? throw new JsonException("A line of the design host is empty.");

    /// <summary>Reads a line of the tool.</summary>
    /// <exception cref="JsonException">The line is not a message of this version.</exception>
    public static ToolMessage ReadToolMessage(string line) =>
        JsonSerializer.Deserialize(line, ProtocolJson.Default.ToolMessage) ?? throw new JsonException("A line of the tool is empty.");

    /// <summary>
    /// Reads the version out of a first line, whatever else a future version may put there; null when the line is not a greeting.
    /// </summary>
    public static int? ReadVersion(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("protocol", out var version)
                && version.TryGetInt32(out var number)
                    ? number
                    : null;
        }
        catch (JsonException)
        {
            // Not a greeting at all: the caller shows the line.
            return null;
        }
    }
}

/// <summary>The conversation as JSON, one message a line. Generated at build time: reflection would cost every command a tenth of a second.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HostMessage))]
[JsonSerializable(typeof(ToolMessage))]
public sealed partial class ProtocolJson : JsonSerializerContext;

/// <summary>The version of the protocol between the tool and the design host. Both sides refuse any other.</summary>
public static class ProtocolVersion
{
    /// <summary>The version this build speaks.</summary>
    public const int Current = 1;
}
