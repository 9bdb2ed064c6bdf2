namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>A foreign key as an edge of a diagram.</summary>
/// <param name="Table">The table it refers to, as the foreign key spells it.</param>
/// <param name="Columns">The columns that refer, in key order.</param>
/// <param name="OnLeft">Whether the left side has it.</param>
/// <param name="OnRight">Whether the right side has it.</param>
/// <param name="IsOptional">Whether any of its columns accepts NULL on a side that has it.</param>
public sealed record ReferenceSides(string Table, IReadOnlyList<string> Columns, bool OnLeft, bool OnRight, bool IsOptional)
{
    /// <summary>The columns that are referred to, in key order.</summary>
    public IReadOnlyList<string> PrincipalColumns { get; init; } = [];

    /// <summary>Whether at most one row refers to a row: its columns are a key wherever it is.</summary>
    public bool IsUnique { get; init; }
}
