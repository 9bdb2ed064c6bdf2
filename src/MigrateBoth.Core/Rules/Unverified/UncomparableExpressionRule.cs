using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB902: two expressions may or may not mean the same.</summary>
internal static class UncomparableExpressionRule
{
    public static DifferenceRule Rule { get; } = new("MB902", "Expressions cannot be compared", Severity.Error, DifferenceKind.UncomparableExpression, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"Whether {d.Object} means the same on {d.LeftEngine.DisplayName()} and {d.RightEngine.DisplayName()} cannot be told{d.Because()}.",
        "Use SQL that both engines understand, or check by hand that both texts do the same and accept the finding with the reason; it comes back when one of them changes.");
}
