using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB360: view differs between the engines.</summary>
internal static class ViewParity
{
    public static DifferenceRule Rule { get; } = new("MB360", "View differs between the engines", Severity.Error, DifferenceKind.View, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The view {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL{d.Because()}.",
        "Create the view with raw SQL in a migration of the engine that lacks it or has it differently.");
}
