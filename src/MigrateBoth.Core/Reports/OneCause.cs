using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Reports;

/// <summary>
/// One cause is one finding. What several stages say in the same words is reported once, and where drift and parity refer to the same attribute of the same
/// object, the finding of drift, which knows the side at fault and the line, says both. Stages keep their own counts and acceptances their own rules.
/// </summary>
internal static class OneCause
{
    /// <summary>The findings of all stages, each cause once.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<StageResult> stages)
    {
        var all = stages.SelectMany(stage => stage.Findings)
            .DistinctBy(Told)
            .ToList();
        var drift = all.Where(finding => finding.Stage == StageNames.Drift && Attribute(finding) is not null)
            .ToLookup(Key, PathAndAttribute.Comparer);
        var told = all.Where(finding => finding.Stage == StageNames.Parity && Attribute(finding) is not null && drift.Contains(Key(finding)))
            .ToLookup(Key, PathAndAttribute.Comparer);
        return all.Where(finding => !told.Contains(Key(finding)) || finding.Stage != StageNames.Parity)
            .Select(finding => finding.Stage == StageNames.Drift && Attribute(finding) is not null ? With(finding, told[Key(finding)]) : finding);
    }

    /// <summary>What one reads of a finding. Where a stage did not run, its name is not part of the cause.</summary>
    private static object Told(Finding finding) => (
        finding.Rule, finding.Severity, finding.Engine, finding.Rule == StageNotRun.Rule.Id ? null : (finding.Object, finding.Location, finding.Difference).ToString(), finding.Message, finding.Accepted);

    private static Finding With(Finding drift, IEnumerable<Finding> parity) => parity.Aggregate(drift, (finding, also) => finding with
    {
        AlsoRules = [.. finding.AlsoRules, also.Rule],
        Severity = also.Severity > finding.Severity ? also.Severity : finding.Severity,
        Message = $"{finding.Message} {also.Message}",
    });

    /// <summary>What a difference is about. Whether an object is missing or one too many depends only on the side one looks from.</summary>
    private static DifferenceKind? Attribute(Finding finding) =>
        RuleSet.ById.TryGetValue(finding.Rule, out var rule) && rule is DifferenceRule { IsUnverified: false } difference
            ? difference.Kind switch
            {
                DifferenceKind.ExtraTable => DifferenceKind.MissingTable,
                DifferenceKind.ExtraColumn => DifferenceKind.MissingColumn,
                DifferenceKind.ExtraIndex => DifferenceKind.MissingIndex,
                DifferenceKind.ExtraForeignKey => DifferenceKind.MissingForeignKey,
                DifferenceKind.ExtraCheck => DifferenceKind.MissingCheck,
                var kind => kind,
            }
            : null;

    private static PathAndAttribute Key(Finding finding) => new(finding.Object, Attribute(finding), finding.Accepted);

    private sealed record PathAndAttribute(ObjectPath Object, DifferenceKind? Attribute, bool Accepted)
    {
        public static IEqualityComparer<PathAndAttribute> Comparer { get; } = EqualityComparer<PathAndAttribute>.Create(
            (left, right) => left is not null && right is not null && left.Object.IsSameAs(right.Object)
                && (left.Attribute, left.Accepted) == (right.Attribute, right.Accepted),
            key => HashCode.Combine(ObjectPath.IgnoreCase.GetHashCode(key.Object), key.Attribute, key.Accepted));
    }
}
