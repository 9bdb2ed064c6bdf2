using System.Text.Json;
using System.Text.Json.Serialization;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Suites;

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

/// <summary>Everything that a run of the suite, or of one part of it, hands to <c>merge</c>.</summary>
public sealed record ShardResults
{
    /// <summary>The version of this format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>The version of the format it was written in.</summary>
    public int SchemaVersion { get; init; } = CurrentVersion;

    /// <summary>The version of the tool that wrote it.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>Which part this is; a whole run is 1/1.</summary>
    public required Shard Shard { get; init; }

    /// <summary>The user's filter, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>One digest of the sources that it was run on, or null when it could not be told.</summary>
    public string? Inputs { get; init; }

    /// <summary>Whether an earlier build was used.</summary>
    public bool NoBuild { get; init; }

    /// <summary>All classes of the whole suite; empty for a whole run.</summary>
    public IReadOnlyList<TestClass> Classes { get; init; } = [];

    /// <summary>Which commits the test assemblies were built from, as far as they tell.</summary>
    public IReadOnlyList<TestSource> Sources { get; init; } = [];

    /// <summary>The servers that took part.</summary>
    public IReadOnlyDictionary<Engine, EngineInfo> Servers { get; init; } = new Dictionary<Engine, EngineInfo>();

    /// <summary>What this part came to.</summary>
    public required SuiteResult Result { get; init; }

    /// <summary>How long it took.</summary>
    public double Milliseconds { get; init; }
}
