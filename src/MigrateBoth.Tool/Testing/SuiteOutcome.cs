using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Sharding;

namespace MigrateBoth.Tool.Testing;

/// <summary>What running the suite came to.</summary>
internal sealed record SuiteOutcome
{
    /// <summary>The comparison.</summary>
    public required SuiteResult Result { get; init; }

    /// <summary>The servers that took part.</summary>
    public IReadOnlyDictionary<Engine, EngineInfo> Servers { get; init; } = new Dictionary<Engine, EngineInfo>();

    /// <summary>Which commits the test assemblies were built from, as far as they tell.</summary>
    public IReadOnlyList<TestSource> Sources { get; init; } = [];

    /// <summary>What kept tests out of the run: the user's filter, and those of the projects' own settings; null for a whole suite.</summary>
    public string? Filter { get; init; }

    /// <summary>How long the runs took, without the build.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>All classes of the suite, of which a shard ran some; empty when the suite was run whole.</summary>
    public IReadOnlyList<TestClass> Classes { get; init; } = [];
}
