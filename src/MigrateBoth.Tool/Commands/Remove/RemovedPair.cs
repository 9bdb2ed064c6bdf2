using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.Commands.Remove;

/// <summary>Checks whether the two last migrations are a pair that can be removed.</summary>
internal static class RemovedPair
{
    /// <summary>Checks that the two migrations to remove belong together.</summary>
    /// <param name="sqlite">SQLite's last migration, or null when it has none.</param>
    /// <param name="mySql">MySQL's.</param>
    /// <param name="histories">Both histories, which say what belongs together.</param>
    /// <param name="baseline">From where the histories have to match, or null.</param>
    /// <exception cref="MigrateBothException">2: there is nothing to remove, the two are no pair, or the baseline rests on one of them.</exception>
    public static (MigrationRemoval Sqlite, MigrationRemoval MySql) Require(MigrationRemoval? sqlite, MigrationRemoval? mySql, EnginePair<EngineHistory> histories, HistoryBaseline? baseline)
    {
        if (sqlite is null && mySql is null)
        {
            throw new MigrateBothException(ExitCode.Incomplete, "no-migrations", "Neither side has a migration, so there is nothing to remove.");
        }

        // What is before the baseline was adopted as it is. Without it the baseline names nothing, and every check ends with 78.
        if (IsBaseline(Engine.Sqlite, sqlite, baseline) || IsBaseline(Engine.MySql, mySql, baseline))
        {
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "before-baseline",
                $"There is no pair after the baseline: {Last(Engine.Sqlite, sqlite)}, {Last(Engine.MySql, mySql)}. Nothing was changed.",
                "Migrations up to the baseline were adopted unchanged. To remove one anyway, delete \"baseline\" out of migrateboth.json first.");
        }

        // --force is about databases. Which of two different migrations to remove is for the user to decide.
        return sqlite is not null && mySql is not null && AreTwins(sqlite.Id, mySql.Id, histories, baseline)
            ? (sqlite, mySql)
            : throw new MigrateBothException(
                ExitCode.Incomplete,
                "last-migrations-differ",
                $"The last migrations are not a pair: {Last(Engine.Sqlite, sqlite)}, {Last(Engine.MySql, mySql)}. Nothing was changed.",
                "'dotnet migrate-both status' shows what is unpaired. A migration of one side alone is removed with 'dotnet ef migrations remove'.");
    }

    /// <summary>Twins may have different ids: two runs of <c>dotnet ef</c> give each its own time.</summary>
    private static bool AreTwins(string sqlite, string mySql, EnginePair<EngineHistory> histories, HistoryBaseline? baseline) =>
        sqlite.Equals(mySql, StringComparison.OrdinalIgnoreCase)
        || MigrationPairing.Of(ComparedMigrations.Of(Engine.Sqlite, histories.Sqlite.Migrations, baseline), ComparedMigrations.Of(Engine.MySql, histories.MySql.Migrations, baseline))
            .Twins.Any(twins => twins.Sqlite.Id == sqlite && twins.MySql.Id == mySql);

    private static bool IsBaseline(Engine engine, MigrationRemoval? removal, HistoryBaseline? baseline) =>
        removal is not null && removal.Id.Equals(baseline?[engine], StringComparison.OrdinalIgnoreCase);

    private static string Last(Engine engine, MigrationRemoval? removal) =>
        removal is null ? $"{engine.DisplayName()} has none" : $"{engine.DisplayName()} ends with {removal.Id}";
}
