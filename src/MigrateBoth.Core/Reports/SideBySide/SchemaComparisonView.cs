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

    /// <summary>Brings the two schemas of a report together.</summary>
    /// <returns>Null where the report has no schemas.</returns>
    public static SchemaComparisonView? Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Schemas is { } sides ? new SideBySideBuilder(sides, new FindingIndex(report.Findings)).Build() : null;
    }
}
