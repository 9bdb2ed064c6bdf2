using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Reports;

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

    /// <summary>Why it is incomplete or was skipped, for people; null otherwise.</summary>
    public string? Note { get; init; }

    /// <summary>The stage whose findings kept this one from running, or null. Where that stage has failed, nothing is said twice.</summary>
    public string? Cause { get; init; }
}
