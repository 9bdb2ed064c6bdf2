using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing;

/// <summary>One run of the suite, or of a part of it, on one engine.</summary>
public sealed record EngineRun
{
    /// <summary>The engine.</summary>
    public required Engine Engine { get; init; }

    /// <summary>What the runners reported.</summary>
    public IReadOnlyList<TestResult> Results { get; init; } = [];

    /// <summary>What the tests recorded.</summary>
    public IReadOnlyList<Recording> Recordings { get; init; } = [];

    /// <summary>Why something is missing; empty when all is there.</summary>
    public IReadOnlyList<SuiteObstacle> Obstacles { get; init; } = [];
}
