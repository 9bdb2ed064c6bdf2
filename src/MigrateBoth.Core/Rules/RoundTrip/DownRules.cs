using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Core.Rules.RoundTrip;

/// <summary>The way back and once more: MB410 to MB417.</summary>
internal static class DownRules
{
    public static IReadOnlyList<RoundTripRule> All { get; } =
    [
        new("MB410", "Down fails", Severity.Error, RoundTripFactKind.DownFails, f => new(
            $"Down of {f.Migration} fails{f.On()}{f.Because()}.",
            "Correct Down, or declare the migration under roundtrip.irreversible with the reason why it cannot be reverted.")),
        new("MB411", "Down does nothing", Severity.Error, RoundTripFactKind.DownIsEmpty, f => new(
            $"Down of {f.Migration} is empty{f.On()} while Up is not: reverting forgets the migration and leaves what it did.",
            "Write Down, or declare the migration under roundtrip.irreversible with the reason why it cannot be reverted.")),
        new("MB412", "Down leaves a trace", Severity.Error, RoundTripFactKind.DownLeavesTrace, f => new(
            $"After Up and Down of {f.Migration} the schema is not what it was{f.On()}: {f.Detail}.",
            f.Weight == Severity.Info ? "Nothing: EF Core cannot help it, and always writes the column." : $"Let Down undo what Up does to {f.Object}.")),
        new("MB413", "Down changes rows", Severity.Error, RoundTripFactKind.DownChangesRows, f => new(
            $"After Up and Down of {f.Migration} rows are not what they were{f.On()}: {f.Object} is {f.Actual ?? "not there"} in place of {f.Expected ?? "nothing"} ({f.Detail}{f.Rows()}).",
            "Let Down bring back what Up changed, or declare the migration under roundtrip.irreversible with the reason.")),
        new("MB414", "Second Up differs", Severity.Error, RoundTripFactKind.SecondUpDiffers, f => new(
            f.ObjectKind == ObjectKind.Migration
                ? $"{f.Migration} can be applied once and not again after Down{f.On()}{f.Because()}."
                : $"Up of {f.Migration} gives something else after Down than the first time{f.On()}: {f.Detail}.",
            "Let Down undo all that Up does, and let Up not depend on the time or on chance.")),
        new("MB415", "Applying again changes something", Severity.Error, RoundTripFactKind.RerunChanges, f => new(
            $"Applying migrations that are all applied is not a no-op{f.On()}: {f.Detail}.",
            "Look for a migration whose id differs from what it records, and for a history table that is changed by hand.")),
        new("MB416", "Idempotent script differs", Severity.Warning, RoundTripFactKind.ScriptDiffers, f => new(
            $"The idempotent MySQL script, run twice in the real client, does not do what the migrations do: {f.Detail}.",
            "CREATE TRIGGER, PROCEDURE and VIEW cannot stand in an idempotent script (catalogue row M-45): use a plain script from the release's last migration, or 'apply'.")),
        new("MB417", "Down is not written", Severity.Warning, RoundTripFactKind.DownNotWritten, f => new(
            f.Count == 1 ? $"{f.Migration} has no Down: it cannot be reverted." : $"{f.Count} migrations have no Down and cannot be reverted: {f.Detail}.",
            "Write Down, or declare the migrations under roundtrip.irreversible with the reason; 'roundtrip.from' leaves old ones out.")),
    ];
}
