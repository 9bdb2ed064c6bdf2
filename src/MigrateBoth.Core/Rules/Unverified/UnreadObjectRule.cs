using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB901: a catalog holds an object that is not understood.</summary>
internal static class UnreadObjectRule
{
    public static DifferenceRule Rule { get; } = new("MB901", "Object is not understood", Severity.Error, DifferenceKind.UnreadObject, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{(d.Left is null ? d.RightEngine : d.LeftEngine).DisplayName()} has {d.Object}, which cannot be compared{d.Because()}.",
        "Check by hand that the other engine does the same, and accept the finding with the reason; it comes back when the object changes.");
}
