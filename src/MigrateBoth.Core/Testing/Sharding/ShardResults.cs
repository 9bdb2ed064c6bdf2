using MigrateBoth.Core.Reports;

namespace MigrateBoth.Core.Testing.Sharding;

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
