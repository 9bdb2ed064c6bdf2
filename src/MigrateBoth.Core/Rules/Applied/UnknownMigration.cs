using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Core.Rules.Applied;

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
