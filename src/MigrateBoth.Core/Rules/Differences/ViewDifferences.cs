using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A view or a trigger that is missing, extra or differs.</summary>
internal static class ViewDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.View)
        {
            Drift = new("MB260", "View differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the view {d.Object} is {d.Right.OrNothing()}; expected is {d.Left.OrNothing()}{d.Because()}.",
                "Create the view with raw SQL in a migration of this engine: EF Core creates none.")),
            Parity = new("MB360", "View differs between the engines", Severity.Error, d => new(
                $"The view {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL{d.Because()}.",
                "Create the view with raw SQL in a migration of the engine that lacks it or has it differently.")),
            Between = (d, s) => s.OneOrBoth("view", d),
        },
        new(DifferenceKind.Trigger)
        {
            Drift = new("MB261", "Trigger differs", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the trigger {d.Object} is {d.Right.OrNothing()}; expected is {d.Left.OrNothing()}{d.Because()}.",
                "Create the trigger again with raw SQL: a table rebuild on SQLite drops it silently.")),
            Parity = new("MB361", "Trigger differs between the engines", Severity.Error, d => new(
                $"The trigger {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL{d.Because()}.",
                "Create the trigger with raw SQL in a migration of the engine that lacks it; a table rebuild on SQLite drops it silently.")),
            Between = (d, s) => s.OneOrBoth("trigger", d),
        },
    ];
}
