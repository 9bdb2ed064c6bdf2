using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB261: trigger differs.</summary>
internal static class TriggerDrift
{
    public static DifferenceRule Rule { get; } = new("MB261", "Trigger differs", Severity.Error, DifferenceKind.Trigger, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the trigger {d.Object} is {d.Right.OrNothing()}; expected is {d.Left.OrNothing()}{d.Because()}.",
        "Create the trigger again with raw SQL: a table rebuild on SQLite drops it silently.");
}
