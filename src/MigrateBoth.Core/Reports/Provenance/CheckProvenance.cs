namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>What a check was made from and what it was asked for: with it a release gate tells whether the report is about the commit at hand.</summary>
public sealed record CheckProvenance
{
    /// <summary>When the check ended.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The sources and the configuration, or null when they could not be told; then <see cref="Obstacle"/> says why.</summary>
    public CheckedInputs? Inputs { get; init; }

    /// <summary>Why <see cref="Inputs"/> is null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>Whether an earlier build was used of which nothing says that it was made from these sources.</summary>
    public bool NoBuild { get; init; }

    /// <summary>The filter of a suite that was not run whole, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>The part of a suite that was not run whole, such as <c>2/3</c>, or null.</summary>
    public string? Shard { get; init; }
}
