using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB908: the configuration accepts something that is not there, not so any more, or accepted no longer.</summary>
internal static class StaleAcceptance
{
    public static Notice Rule { get; } = new("MB908", "Acceptance does not apply", Severity.Warning);

    /// <summary>An acceptance that matched nothing.</summary>
    /// <param name="stage">The stage whose rule it names.</param>
    /// <param name="acceptance">The acceptance.</param>
    /// <param name="now">What the finding says now, or null when there is none for this rule and object.</param>
    public static Finding Unmatched(string stage, Acceptance acceptance, string? now) =>
        Rule.About(stage, acceptance.Object, ObjectKind.Database, new Explanation(
            now is null
                ? $"The configuration accepts {acceptance.Rule} for {acceptance.Object}, and there is no such finding any more."
                : $"The configuration accepts {acceptance.Rule} for {acceptance.Object} as it was; the difference is another one now.",
            now is null ? "Remove the entry from \"accept\"." : "Judge the difference anew, then pin the entry's \"difference\" to it or remove the entry.")) with
        {
            Expected = acceptance.Difference,
            Actual = now,
        };

    /// <summary>An acceptance whose last day is over.</summary>
    public static Finding Expired(string stage, Acceptance acceptance) =>
        Rule.About(stage, acceptance.Object, ObjectKind.Database, new Explanation(
            $"The acceptance of {acceptance.Rule} for {acceptance.Object} ended on {acceptance.Until:yyyy-MM-dd}.",
            "Remove the difference, or judge it anew and give the entry a later \"until\"."));
}
