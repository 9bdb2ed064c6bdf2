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
    /// <param name="now">What is found now for this rule and object, or null.</param>
    public static Finding Unmatched(string stage, Acceptance acceptance, Finding? now) =>
        Rule.About(stage, new ObjectPath(acceptance.Object), ObjectKind.Database, Explain(acceptance, now)) with
        {
            Expected = acceptance.Digest is null ? acceptance.Difference : $"{acceptance.Difference} ({acceptance.Digest})",
            Actual = now is null ? null : now.Digest is null ? now.Difference : $"{now.Difference} ({now.Digest})",
        };

    private static Explanation Explain(Acceptance acceptance, Finding? now)
    {
        var subject = $"The configuration accepts {acceptance.Rule} for {acceptance.Object}";
        return now is null ? new($"{subject}, and there is no such finding any more.", "Remove the entry from \"accept\".")
            : !acceptance.Looks(now) ? new(
                $"{subject} as it was; the difference is another one now.",
                $"Review the difference, then pin the entry's \"difference\"{(now.Digest is null ? string.Empty : " and \"digest\"")} to it or remove the entry.")
            : acceptance.Digest is null ? new(
                $"{subject} by what the difference shows, which is not the whole definition: anything else in it could have changed.",
                $"Look at the whole definition; if it may stay, add \"digest\": \"{now.Digest}\" to the entry.")
            : new(
                $"{subject} with another definition than there is now; the difference only looks the same.",
                $"Review the definition, then set the entry's \"digest\" to {(now.Digest is null ? "null" : $"\"{now.Digest}\"")} or remove the entry.");
    }

    /// <summary>An acceptance whose last day is over.</summary>
    public static Finding Expired(string stage, Acceptance acceptance) =>
        Rule.About(stage, new ObjectPath(acceptance.Object), ObjectKind.Database, new Explanation(
            $"The acceptance of {acceptance.Rule} for {acceptance.Object} ended on {acceptance.Until:yyyy-MM-dd}.",
            "Remove the difference, or review it and give the entry a later \"until\"."));
}
