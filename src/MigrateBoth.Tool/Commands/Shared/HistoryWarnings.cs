using MigrateBoth.Core.Model;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Tells when the two histories are no pairs; to say what is wrong with them is the work of <c>status</c>.</summary>
internal static class HistoryWarnings
{
    /// <summary>A warning when a migration exists on one side only.</summary>
    public static IEnumerable<CommandWarning> Unpaired(HistoryPair histories)
    {
        var sqlite = histories.Sqlite.Migrations.Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var mySql = histories.MySql.Migrations.Select(migration => migration.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (onlySqlite, onlyMySql) = (sqlite.Count(id => !mySql.Contains(id)), mySql.Count(id => !sqlite.Contains(id)));
        if (onlySqlite + onlyMySql > 0)
        {
            yield return new CommandWarning(
                "unpaired-history",
                $"The histories are no pairs: {onlySqlite} migration(s) exist on SQLite only, {onlyMySql} on MySQL only. 'dotnet migrate-both status' names them.");
        }
    }
}
