using System.Text.Json.Serialization;

namespace MigrateBoth.Core.Recordings;

/// <summary>The lines as JSON, to read them; <see cref="RecordingLineJson"/> writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(RecordingLine))]
sealed partial class RecordingJson : JsonSerializerContext;
