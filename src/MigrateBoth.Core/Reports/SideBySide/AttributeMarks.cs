using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Reports.SideBySide;

/// <summary>Determines which attributes of an object a finding is about.</summary>
/// <remarks>
/// The rules have decided what differs in meaning; texts are looked at only to tell which attributes of an object that has a finding are
/// meant, so that <c>TEXT</c> against <c>varchar(50)</c> is never marked of its own accord.
/// </remarks>
internal static class AttributeMarks
{
    /// <summary>The attributes that a finding is about; empty when it is about the object as a whole.</summary>
    public static IReadOnlyCollection<string> Of(DifferenceKind? kind, Finding finding, IReadOnlyList<(string Name, string? Left, string? Right)> attributes) => kind switch
    {
        DifferenceKind.ColumnType or DifferenceKind.UnknownType => [AttributeText.Type],
        DifferenceKind.Nullability => [AttributeText.Null],
        DifferenceKind.DefaultValue or DifferenceKind.DefaultResidue => [AttributeText.Default],
        DifferenceKind.GeneratedColumn => [AttributeText.Computed],
        DifferenceKind.Identity => [AttributeText.Identity],
        DifferenceKind.Collation => [AttributeText.Collation],
        DifferenceKind.Comment => [AttributeText.Comment],
        DifferenceKind.ColumnAttribute => [IsAboutVisibility(finding) ? AttributeText.Visibility : AttributeText.OnUpdate],
        DifferenceKind.NameCase or DifferenceKind.ObjectName => [AttributeText.Name],
        DifferenceKind.TableOption => Options(finding, attributes),
        DifferenceKind.PrimaryKey or DifferenceKind.UniqueConstraint or DifferenceKind.IndexDefinition or DifferenceKind.ForeignKeyDefinition
            or DifferenceKind.CheckDefinition or DifferenceKind.View or DifferenceKind.Trigger => Definition(finding, attributes),
        DifferenceKind.UncomparableExpression => Expressions(finding, attributes),
        _ => [],
    };

    private static bool IsAboutVisibility(Finding finding) =>
        finding.Expected is "VISIBLE" or "INVISIBLE" || finding.Actual is "VISIBLE" or "INVISIBLE";

    private static List<string> Options(Finding finding, IReadOnlyList<(string Name, string? Left, string? Right)> attributes) =>
        [.. attributes.Where(a => !Same(a.Left, a.Right) && (Says(finding.Expected, a) || Says(finding.Actual, a))).Select(a => a.Name)];

    /// <summary>The parts of a definition that differ; all of it where both engines went astray in the same way.</summary>
    private static List<string> Definition(Finding finding, IReadOnlyList<(string Name, string? Left, string? Right)> attributes)
    {
        if (finding.Expected is null || finding.Actual is null)
        {
            // The object is missing on a side: that is not a matter of single attributes.
            return [];
        }

        var differing = attributes.Where(a => !Same(a.Left, a.Right)).ToList();
        return [.. (differing.Count > 0 ? differing : attributes).Select(a => a.Name)];
    }

    private static List<string> Expressions(Finding finding, IReadOnlyList<(string Name, string? Left, string? Right)> attributes) =>
        [.. attributes.Where(a => Says(finding.Expected, a) || Says(finding.Actual, a)).Select(a => a.Name)];

    private static bool Says(string? text, (string Name, string? Left, string? Right) attribute) =>
        text is not null && (Same(text, attribute.Left) || Same(text, attribute.Right));

    private static bool Same(string? left, string? right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
