using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Core.Rules.RoundTrip;

/// <summary>What Up does to rows: MB401 to MB407.</summary>
internal static class UpRules
{
    public static IReadOnlyList<RoundTripRule> All { get; } =
    [
        new("MB401", "Migration fails on rows", Severity.Error, RoundTripFactKind.UpFails, f => new(
            f.Engine is { } engine
                ? $"{f.Migration} works on empty tables and fails on {engine.DisplayName()} as soon as they hold rows{f.Because()}; {engine.Other().DisplayName()} takes the same rows. A release would fail half-way on one engine."
                : $"{f.Migration} works on empty tables and fails on both engines as soon as they hold rows{f.Because()}.",
            "Bring the rows into shape in the migration before the statement that fails, or split it: add the column as optional, fill it, then require it; shorten or deduplicate values first.")),
        new("MB402", "Value is not kept", Severity.Error, RoundTripFactKind.ValuesNotKept, f => new(
            $"{f.Migration} does not keep the values of {f.Object}{f.On()}: {f.Expected} is {f.Actual} afterwards ({f.Detail}{f.Rows()}).{(f.Weight == Severity.Info ? " The migration's own statements write the column." : null)}",
            f.Weight == Severity.Info
                ? "Nothing, if the values are meant to change."
                : "Change the type or the collation such that every value fits, or convert the values with an explicit statement.")),
        new("MB403", "Row is lost", Severity.Error, RoundTripFactKind.RowsLost, f => new(
            $"{f.Migration} loses rows of {f.Object}{f.On()}: {f.Expected}{f.Rows()}.{(f.Weight == Severity.Info ? " The migration's own statements delete rows." : null)}",
            f.Weight == Severity.Info ? "Nothing, if the rows are meant to go." : "Copy all rows before the table is recreated.")),
        new("MB404", "Content is dropped", Severity.Info, RoundTripFactKind.ContentDropped, f => new(
            $"{f.Migration} drops {(f.ObjectKind == ObjectKind.Table ? "the table" : "the column")} {f.Object}{f.On()} with what it holds, and no statement of the migration reads it before.",
            "Move the content first if it is still needed; else declare the migration under roundtrip.irreversible with the reason.")),
        new("MB405", "Engines hold different data", Severity.Error, RoundTripFactKind.DataDiffers, f => new(
            $"After {f.Migration} the engines hold different data: {f.Detail} is {f.Expected ?? "not there"} on SQLite and {f.Actual ?? "not there"} on MySQL{f.Rows()}.",
            "Write the statement such that both engines compute the same: concat() and coalesce() instead of ||, a CAST for divisions and texts, no functions of the current time or zone; or move the data in C#. A value that HasData makes anew with each build is another one in each half: write one constant into HasData and both halves.")),
        new("MB406", "Seed rows differ", Severity.Error, RoundTripFactKind.SeedsDiffer, f => new(
            $"The migrations insert different rows into empty databases: {f.Object} is {f.Expected ?? "not there"} on SQLite and {f.Actual ?? "not there"} on MySQL ({f.Detail}).",
            "Correct InsertData, UpdateData or Sql() in a new pair of migrations, or let them insert values that both engines keep: no more digits, lengths and offsets than the columns have. A value that HasData makes anew with each build is another one in each half: write one constant into HasData and both halves.")),
        new("MB407", "Seed rows differ from HasData", Severity.Error, RoundTripFactKind.SeedsNotAsModelled, f => new(
            $"The migrations do not insert what HasData says{f.On()}: {f.Object} is {f.Actual ?? "not there"} in place of {f.Expected} ({f.Detail}).",
            "Correct the rows in a new pair of migrations so that they match HasData; this does not happen automatically, because EF Core compares HasData with the snapshot only.")),
    ];
}
