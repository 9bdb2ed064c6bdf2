using MigrateBoth.Core.RoundTrip;

namespace MigrateBoth.Core.Rules.RoundTrip;

/// <summary>What could not be tried with rows: MB941 to MB943.</summary>
internal static class UnverifiedRows
{
    public static IReadOnlyList<RoundTripRule> All { get; } =
    [
        new("MB941", "No row could be made", Severity.Error, RoundTripFactKind.NoRows, f => new(
            $"No row could be made for {f.Object}{f.On()}{f.Because()}, so that nothing is known of what {(f.Migration.Length > 0 ? f.Migration : "the migrations")} and later ones do to its rows.",
            "Look at the refused statement: a check or a trigger may want values that cannot be guessed. Accept the finding with the reason if the table is checked in another way.")),
        new("MB942", "Values could not be compared", Severity.Error, RoundTripFactKind.UnknownValues, f => new(
            $"What {f.Object} holds is not compared: {f.Detail}.",
            "Check by hand that migrations keep these values, and accept the finding with the reason.")),
        new("MB943", "Idempotent script was not run", Severity.Error, RoundTripFactKind.ScriptNotRun, f => new(
            $"The idempotent MySQL script was not run, because no mysql client could connect: {f.Detail}.",
            "Let the check run on a container (--mysql docker), which has its own client, or put the mysql or mariadb client of the server's version on PATH. "
                + "Accept the finding with the reason where no idempotent script is used.")),
    ];

    /// <summary>The engine as a phrase.</summary>
    public static string On(this RoundTripFact fact) => fact.Engine is { } engine ? $" on {engine.DisplayName()}" : string.Empty;

    /// <summary>The detail as a phrase.</summary>
    public static string Because(this RoundTripFact fact) => fact.Detail is null ? string.Empty : $" ({fact.Detail})";

    /// <summary>How many more rows there are.</summary>
    public static string Rows(this RoundTripFact fact) => fact.Count > 1 ? $"; {fact.Count} rows" : string.Empty;
}
