using System.Text.Json;
using System.Text.Json.Serialization;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Core.Testing.Sharding;

/// <summary>Results of a part of a suite as a JSON file.</summary>
public static class ShardFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The file's text.</summary>
    public static string Write(ShardResults results) => JsonSerializer.Serialize(results, Options);

    /// <summary>Reads a file's text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="MigrateBothException">2: it is none, or one of another version.</exception>
    public static ShardResults Read(string json, string name)
    {
        try
        {
            var results = JsonSerializer.Deserialize<ShardResults>(json, Options);
            return results switch
            {
                null or { SchemaVersion: not ShardResults.CurrentVersion } =>
                    throw Unreadable(name, $"it has version {results?.SchemaVersion}, and this tool reads {ShardResults.CurrentVersion}", null),
                { Shard: null or { Index: < 1 } or { Count: < 1 or > Shard.Largest } } or { Result: null } or { Result: { Tests: null } or { Findings: null } or { Obstacles: null } } or { Classes: null } or { Servers: null } or { Sources: null } =>
                    throw Unreadable(name, "parts of it are missing", null),
                { Shard: var (index, count) } when index > count => throw Unreadable(name, $"there is no part {index} of {count}", null),
                _ => results,
            };
        }
        catch (JsonException exception)
        {
            throw Unreadable(name, exception.Message, exception);
        }
    }

    private static MigrateBothException Unreadable(string name, string reason, Exception? inner) => new(
        ExitCode.Incomplete, "results-unreadable", $"'{name}' holds no results of 'test --results': {reason}.", "Use the same version of the tool for every part.", inner);
}
