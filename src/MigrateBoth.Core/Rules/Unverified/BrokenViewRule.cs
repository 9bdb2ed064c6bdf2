using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB907: a view that its server cannot resolve any more.</summary>
internal static class BrokenViewRule
{
    public static DifferenceRule Rule { get; } = new("MB907", "View is broken", Severity.Error, DifferenceKind.BrokenView, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{(d.Left is null ? d.RightEngine : d.LeftEngine).DisplayName()} cannot resolve the view {d.Object} any more: something it reads was renamed or dropped.",
        "Drop the view before the rename and create it again after it, with raw SQL in the same migration.");
}
