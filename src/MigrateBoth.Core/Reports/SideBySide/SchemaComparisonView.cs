namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>Two schemas brought together object by object, each object with what was found about it: what a report shows.</summary>
/// <param name="Sides">The two sides.</param>
/// <param name="Tables">Tables in the order of their names.</param>
/// <param name="Views">Views in the order of their names.</param>
public sealed record SchemaComparisonView(SchemaSides Sides, IReadOnlyList<TableSides> Tables, IReadOnlyList<ObjectSides> Views)
{
    /// <summary>What the left side is called.</summary>
    public string LeftName => Sides.Left.Name;

    /// <summary>What the right side is called.</summary>
    public string RightName => Sides.Right.Name;

    /// <summary>Creates the view from the two schemas of a report.</summary>
    /// <returns>Null where the report has no schemas.</returns>
    public static SchemaComparisonView? Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Schemas is { } sides ? new SideBySideBuilder(sides, new FindingIndex(report.Findings)).Build() : null;
    }
}

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

/// <summary>A column, key, index, check, trigger, view or the table itself, on both sides.</summary>
public sealed record ObjectSides
{
    /// <summary>What it is.</summary>
    public required ObjectKind Kind { get; init; }

    /// <summary>Its name on the left, or null where the left side has none of it.</summary>
    public string? Left { get; init; }

    /// <summary>Its name on the right, or null where the right side has none of it.</summary>
    public string? Right { get; init; }

    /// <summary>The name it is known by; both null means that only a finding refers to it.</summary>
    public required string Name { get; init; }

    /// <summary>Its attributes; one that neither side has is left out.</summary>
    public IReadOnlyList<AttributeSides> Attributes { get; init; } = [];

    /// <summary>Places in <see cref="CheckReport.Findings"/> of what was found about the object as a whole, such as that it is missing.</summary>
    public IReadOnlyList<int> Findings { get; init; } = [];

    /// <summary>All findings about it and its attributes.</summary>
    public IEnumerable<int> AllFindings => Findings.Concat(Attributes.SelectMany(attribute => attribute.Findings)).Distinct();
}

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

/// <summary>One attribute of an object, such as a column's type, on both sides.</summary>
/// <param name="Name">Its name for people, such as <c>type</c> or <c>on delete</c>.</param>
/// <param name="Left">The value in the left catalog, as the server prints it; null when it has none.</param>
/// <param name="Right">The value in the right catalog; null when it has none.</param>
/// <param name="Findings">Indexes into <see cref="CheckReport.Findings"/> of the findings about this attribute.</param>
public sealed record AttributeSides(string Name, string? Left, string? Right, IReadOnlyList<int> Findings);
