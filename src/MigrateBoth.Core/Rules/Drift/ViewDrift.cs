using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB260: view differs from the model.</summary>
internal static class ViewDrift
{
    public static DifferenceRule Rule { get; } = new("MB260", "View differs from the model", Severity.Error, DifferenceKind.View, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the view {d.Object} is {d.Right.OrNothing()}; expected is {d.Left.OrNothing()}{d.Because()}.",
        "Create the view with raw SQL in a migration of this engine: EF Core creates none.");
}
