using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Testing;

/// <summary>What the suite comes to on both engines, before the configuration has had its say. What shards are joined from.</summary>
public sealed record SuiteResult
{
    /// <summary>Every test, sorted by project and name.</summary>
    public IReadOnlyList<TestMatrixRow> Tests { get; init; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why a part of the suite has no result that can be relied on.</summary>
    public IReadOnlyList<SuiteObstacle> Obstacles { get; init; } = [];

    /// <summary>How many single facts were compared.</summary>
    public int Facts { get; init; }
}
