namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>A table on both sides, with all that belongs to it.</summary>
public sealed record TableSides
{
    /// <summary>The table itself: its options, and findings about it as a whole.</summary>
    public required ObjectSides Self { get; init; }

    /// <summary>Columns first, then keys, indexes, foreign keys, checks and triggers.</summary>
    public IReadOnlyList<ObjectSides> Objects { get; init; } = [];

    /// <summary>The tables its foreign keys refer to.</summary>
    public IReadOnlyList<ReferenceSides> References { get; init; } = [];

    /// <summary>All findings about the table and what belongs to it.</summary>
    public IEnumerable<int> AllFindings => Self.AllFindings.Concat(Objects.SelectMany(item => item.AllFindings)).Distinct();
}
