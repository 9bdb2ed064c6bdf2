namespace MigrateBoth.Core.Reports.Provenance;

/// <summary>What a check was made from and what it was asked for: with it a release gate tells whether the report is about the commit at hand.</summary>
public sealed record CheckProvenance
{
    /// <summary>When the check ended.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The files and the configuration, or null when they could not be told; then <see cref="Obstacle"/> says why.</summary>
    public CheckedInputs? Inputs { get; init; }

    /// <summary>Why <see cref="Inputs"/> is null.</summary>
    public string? Obstacle { get; init; }

    /// <summary>What was built from them; null where nothing was, or where MSBuild could not be asked.</summary>
    public BuildFacts? Build { get; init; }

    /// <summary>Why it is not certain that what was checked was built from exactly these sources; null where it is.</summary>
    public string? NotBuilt { get; init; }

    /// <summary>The filter of a suite that was not run whole, or null.</summary>
    public string? Filter { get; init; }

    /// <summary>The part of a suite that was not run whole, such as <c>2/3</c>, or null.</summary>
    public string? Shard { get; init; }
}
