using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB361: trigger differs between the engines.</summary>
internal static class TriggerParity
{
    public static DifferenceRule Rule { get; } = new("MB361", "Trigger differs between the engines", Severity.Error, DifferenceKind.Trigger, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The trigger {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL{d.Because()}.",
        "Create the trigger with raw SQL in a migration of the engine that lacks it; a table rebuild on SQLite drops it silently.");
}
