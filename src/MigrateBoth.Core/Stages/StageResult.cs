using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Stages;

/// <summary>What one stage hands to the report.</summary>
public sealed record StageResult
{
    /// <summary><c>history</c>, <c>drift</c>, <c>parity</c>, <c>roundtrip</c>, <c>behaviour</c> or <c>tests</c>.</summary>
    public required string Name { get; init; }

    /// <summary>How it ended.</summary>
    public required StageStatus Status { get; init; }

    /// <summary>How many single facts were compared; a stage that compared none has not passed.</summary>
    public int Checked { get; init; }

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What it found, accepted findings included.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Why it is incomplete or was skipped, for display; null otherwise.</summary>
    public string? Note { get; init; }

    /// <summary>The stage whose findings kept this one from running, or null. Where that stage has failed, nothing is said twice.</summary>
    public string? Cause { get; init; }
}

/// <summary>How a stage ended.</summary>
public enum StageStatus
{
    /// <summary>Everything was checked and nothing at or above <c>--fail-on</c> was found.</summary>
    Passed,

    /// <summary>Everything was checked and something at or above <c>--fail-on</c> was found.</summary>
    Failed,

    /// <summary>Something could not be checked. Never a pass.</summary>
    Incomplete,

    /// <summary>The stage was not asked for.</summary>
    Skipped,
}
