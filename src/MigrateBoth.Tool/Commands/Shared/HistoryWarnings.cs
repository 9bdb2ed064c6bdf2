using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Tells when the two histories are no pairs; to say what is wrong with them is the work of <c>status</c>.</summary>
internal static class HistoryWarnings
{
    /// <summary>A warning when a migration after the baseline exists on one side only, or the baseline itself is wrong.</summary>
    public static IEnumerable<CommandWarning> Unpaired(HistoryPair histories, HistoryBaseline? baseline)
    {
        MigrationPairing pairing;
        try
        {
            pairing = MigrationPairing.Of(Compared(histories.Sqlite, baseline), Compared(histories.MySql, baseline));
        }
        catch (MigrateBothException exception) when (exception.Code == "baseline-not-found")
        {
            // For a check it is the end; here the work is done, and what is left is to tell.
            return [new CommandWarning("baseline-not-found", $"{exception.Message} {exception.Hint}")];
        }

        var (onlySqlite, onlyMySql) = (pairing.SqliteOnly.Count + pairing.Renamed.Count, pairing.MySqlOnly.Count + pairing.Renamed.Count);
        return onlySqlite + onlyMySql == 0 ? [] :
        [
            new CommandWarning(
                "unpaired-history",
                $"The histories are no pairs{(baseline is null ? string.Empty : " after the baseline")}: {onlySqlite} migration(s) exist on SQLite only, {onlyMySql} on MySQL only. 'dotnet migrate-both status' names them."),
        ];
    }

    private static IReadOnlyList<MigrationDescription> Compared(EngineHistory history, HistoryBaseline? baseline) =>
        ComparedMigrations.Of(history.Engine, history.Migrations, baseline);
}
