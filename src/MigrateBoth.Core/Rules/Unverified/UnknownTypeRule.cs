using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Unverified;

/// <summary>MB903: a column's type is not known, and no model says what it stands for.</summary>
internal static class UnknownTypeRule
{
    public static DifferenceRule Rule { get; } = new("MB903", "Type is not known", Severity.Error, DifferenceKind.UnknownType, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"Whether {d.Object} ({d.Left.OrNothing()} on {d.LeftEngine.DisplayName()}, {d.Right.OrNothing()} on {d.RightEngine.DisplayName()}) holds the same values cannot be told{d.Because()}.",
        "Map the column in the model, whose types decide then, or check by hand and accept the finding with the reason.");
}
