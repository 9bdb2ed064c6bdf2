using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;

namespace MigrateBoth.Core.Policy;

/// <summary>Which stages a rule's findings come from.</summary>
internal static class RuleStages
{
    private static readonly string[] Catalogs = [StageNames.Drift, StageNames.Parity];

    /// <summary>The stages; none for what is said of the check itself, which nothing can be concluded from when it is absent.</summary>
    public static IReadOnlyList<string> Of(string rule) =>
        StageNames.Of(rule) is { } only ? [only]
        : RuleSet.ById.TryGetValue(rule, out var known) && known is RoundTripRule ? [StageNames.RoundTrip]
        : known is not null && (known is DifferenceRule || known == ServerVersion.Rule || known == OutsideTheDatabase.Rule) ? Catalogs
        : [];
}
