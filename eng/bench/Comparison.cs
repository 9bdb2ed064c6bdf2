namespace MigrateBoth.Bench;

/// <summary>Our command against what a user would otherwise run, both doing the same work on the same project.</summary>
internal sealed record Comparison
{
    /// <summary>What is compared, for the table.</summary>
    public required string Name { get; init; }

    /// <summary>What a user would otherwise run, for the table.</summary>
    public required string Against { get; init; }

    /// <summary>The largest ratio that is acceptable; null where the row only explains another.</summary>
    public double? Bound { get; init; }

    /// <summary>Puts the project back to where both sides start; not timed.</summary>
    public required Func<Task> ResetAsync { get; init; }

    /// <summary>Our command, timed.</summary>
    public required Func<Task<TimeSpan>> OursAsync { get; init; }

    /// <summary>The other commands, timed.</summary>
    public required Func<Task<TimeSpan>> TheirsAsync { get; init; }
}
