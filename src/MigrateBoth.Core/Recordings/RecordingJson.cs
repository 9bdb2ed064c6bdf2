using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Recordings;

/// <summary>The lines as JSON. Generated at build time, because a recording must cost its tests little.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordingLine))]
sealed partial class RecordingJson : JsonSerializerContext;
