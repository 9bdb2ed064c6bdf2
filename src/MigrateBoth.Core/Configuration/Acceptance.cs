using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Configuration;

/// <summary>A permanently accepted difference, pinned to its exact values.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Object">The finding's object.</param>
/// <param name="Difference">The pinned difference, <c>expected -> actual</c> as the finding prints it.</param>
/// <param name="Reason">Why it is accepted; required.</param>
/// <param name="Until">The last day on which it counts, or null forever.</param>
/// <param name="Digest">The finding's <see cref="Finding.Digest"/>; without one only a difference that is shown whole is covered.</param>
public sealed record Acceptance(string Rule, string Object, string Difference, string Reason, DateOnly? Until = null, string? Digest = null)
{
    /// <summary>An acceptance of exactly this finding, as it is printed: without secrets.</summary>
    public static Acceptance Of(Finding finding, string reason, DateOnly? until)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return new Acceptance(finding.Rule, finding.Object.ToString(), Redaction.MaskSecrets(finding.Difference), reason, until, finding.Digest);
    }

    /// <summary>Whether the finding is of this rule and object, whatever it says.</summary>
    public bool Concerns(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return string.Equals(Rule, finding.Rule, StringComparison.OrdinalIgnoreCase)
            && string.Equals(Object, finding.Object.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Whether the finding is the very difference that is accepted, whole.</summary>
    public bool Covers(Finding finding) => Looks(finding) && string.Equals(Digest, finding.Digest, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the finding shows the difference that is accepted; what it does not show may be another one.</summary>
    public bool Looks(Finding finding) =>
        Concerns(finding)
        && (string.Equals(Difference, finding.Difference, StringComparison.Ordinal)
            || (Difference.Contains(Redaction.Mask, StringComparison.Ordinal)
                && string.Equals(Difference, Redaction.MaskSecrets(finding.Difference), StringComparison.Ordinal)));
}
