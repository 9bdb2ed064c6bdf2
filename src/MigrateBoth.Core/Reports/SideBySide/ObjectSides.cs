namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>A column, key, index, check, trigger, view or the table itself, on both sides.</summary>
public sealed record ObjectSides
{
    /// <summary>What it is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>Its name on the left, or null where the left side has none of it.</summary>
    public string? Left { get; init; }

    /// <summary>Its name on the right, or null where the right side has none of it.</summary>
    public string? Right { get; init; }

    /// <summary>The name it is known by; both null means that only a finding speaks of it.</summary>
    public required string Name { get; init; }

    /// <summary>Its attributes; one that neither side has is left out.</summary>
    public IReadOnlyList<AttributeSides> Attributes { get; init; } = [];

    /// <summary>Places in <see cref="CheckReport.Findings"/> of what was found about the object as a whole, such as that it is missing.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [];

    /// <summary>All findings about it and its attributes.</summary>
    public IEnumerable<int> AllFindings => Findings.Concat(Attributes.SelectMany(attribute => attribute.Findings)).Distinct();
}
