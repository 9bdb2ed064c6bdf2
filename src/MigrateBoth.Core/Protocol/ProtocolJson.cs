using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Protocol;

/// <summary>The conversation as JSON, one message a line. Generated at build time: reflection would cost every command a tenth of a second.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(HostMessage))]
[JsonSerializable(typeof(ToolMessage))]
public sealed partial class ProtocolJson : JsonSerializerContext;
