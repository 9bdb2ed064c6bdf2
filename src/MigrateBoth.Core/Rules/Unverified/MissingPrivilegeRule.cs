using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB906: the account may not see part of the catalog.</summary>
internal static class MissingPrivilegeRule
{
    public static DifferenceRule Rule { get; } = new("MB906", "Account may not see everything", Severity.Error, DifferenceKind.HiddenObject, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The account may not see {d.Object} on {(d.Left is null ? d.RightEngine : d.LeftEngine).DisplayName()}, so that nothing can be said about it{d.Because()}.",
        "Grant the account what it lacks, or let the check run on a scratch server (--mysql auto).");
}
