using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Stages;

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
