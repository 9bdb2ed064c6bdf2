namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>Two schemas brought together object by object, each object with what was found about it: what a report shows.</summary>
/// <param name="LeftName">What the left side is called.</param>
/// <param name="RightName">What the right side is called.</param>
/// <param name="Tables">Tables in the order of their names.</param>
/// <param name="Views">Views in the order of their names.</param>
public sealed record SchemaComparisonView(string LeftName, string RightName, IReadOnlyList<TableSides> Tables, IReadOnlyList<ObjectSides> Views)
{
    /// <summary>Brings the two schemas of a report together.</summary>
    /// <returns>Null where the report has no schemas.</returns>
    public static SchemaComparisonView? Of(CheckReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Schemas is { } sides ? new SideBySideBuilder(sides, new FindingIndex(report.Findings)).Build() : null;
    }
}
