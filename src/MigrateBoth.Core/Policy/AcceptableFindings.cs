using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Policy;

/// <summary>Which of a check's findings can be accepted all at once, for adopting a project that differs already.</summary>
/// <param name="Accepted">One acceptance each.</param>
/// <param name="Unverified">How many could not be verified and were left out, because the user did not confirm a manual check.</param>
public sealed record AcceptableFindings(IReadOnlyList<Acceptance> Accepted, int Unverified)
{
    /// <summary>Accepts every finding that fails now. Findings about an incomplete check (a stage that did not run, a missing privilege) are never accepted this way.</summary>
    /// <param name="stages">The judged stages.</param>
    /// <param name="failOn">The mildest severity that fails.</param>
    /// <param name="reason">Why they are accepted.</param>
    /// <param name="until">The last day on which that counts, or null.</param>
    /// <param name="unverified">Whether objects that could not be verified (MB901, MB902, MB903, MB907, MB941, MB942) are accepted as well.</param>
    public static AcceptableFindings Of(IReadOnlyList<StageResult> stages, Severity failOn, string reason, DateOnly? until, bool unverified)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var open = stages.SelectMany(stage => stage.Findings)
            .Where(finding => !finding.Accepted && finding.Severity >= failOn)
            .OrderBy(finding => finding.Object.ToString(), StringComparer.Ordinal)
            .ThenBy(finding => finding.Rule, StringComparer.Ordinal)
            .ToList();
        var left = open.Where(IsUnverifiedObject).ToList();
        return new AcceptableFindings(
            [.. open.Where(IsDifference).Concat(unverified ? left : []).Select(finding => Acceptance.Of(finding, reason, until)).Distinct()],
            unverified ? 0 : left.Count);
    }

    private static bool IsDifference(Finding finding) => RuleSet.ById.TryGetValue(finding.Rule, out var rule) && !rule.IsUnverified;

    private static bool IsUnverifiedObject(Finding finding) =>
        RuleSet.ById.TryGetValue(finding.Rule, out var rule) && rule is DifferenceRule { IsUnverified: true, Kind: not DifferenceKind.HiddenObject } or RoundTripRule { IsUnverified: true };
}
