using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules.Unverified;

namespace MigrateBoth.Core.Rules.Applied;

/// <summary>MB120: a migration of the project that the database has not recorded.</summary>
internal static class PendingMigration
{
    public static Notice Rule { get; } = new("MB120", "Migration is not applied to the database", Severity.Error);

    public static Finding Of(Engine engine, string migration, string database) =>
        Rule.About(StageNames.History, new ObjectPath(migration), ObjectKind.Migration, new Explanation(
            $"The project has the migration {migration}, and {database} has not recorded that it was applied.",
            "Apply it before the release that needs it, or compare with the migrations of the release that is running there."), engine) with
        {
            Expected = migration,
            Actual = null,
        };
}

/// <summary>MB121: a migration that the database has recorded and the project does not have.</summary>
internal static class UnknownMigration
{
    public static Notice Rule { get; } = new("MB121", "Database has a migration that the project does not have", Severity.Error);

    public static Finding Of(Engine engine, string migration, string database) =>
        Rule.About(StageNames.History, new ObjectPath(migration), ObjectKind.Migration, new Explanation(
            $"{database} has recorded the migration {migration}, which the project does not have.",
            "The database is ahead of this checkout, belongs to another branch, or the migration was renamed or squashed. Check out what was released there; "
            + "after squashing, remove the row from the history table in the same step as the release."), engine) with
        {
            Expected = null,
            Actual = migration,
        };
}

/// <summary>MB122: a database without a history table.</summary>
internal static class NoHistoryTable
{
    public static Notice Rule { get; } = new("MB122", "Database records no migrations", Severity.Error);

    public static Finding Of(EngineModel model, string database) =>
        Rule.About(StageNames.History, new ObjectPath(model.HistoryTable), ObjectKind.Table, new Explanation(
            $"{database} has no table {model.HistoryTable}, so it is not known which migrations were applied; migrating it would start with the first one.",
            "If a script or EnsureCreated() made the database, record what it contains: 'dotnet migrate-both script --idempotent' shows the INSERTs. If the application keeps its history elsewhere, configure MigrationsHistoryTable for the design-time context too."),
            model.Engine);
}
