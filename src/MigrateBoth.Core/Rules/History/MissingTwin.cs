using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB102: a migration exists on one side only.</summary>
internal static class MissingTwin
{
    public static HistoryRule Rule { get; } = new("MB102", "Migration without a twin", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
    [
        .. Missing(facts.Pairing.SqliteOnly, facts.Models.MySql),
        .. Missing(facts.Pairing.MySqlOnly, facts.Models.Sqlite),
    ];

    private static IEnumerable<HistoryCase> Missing(IReadOnlyList<MigrationDescription> migrations, EngineModel lacking)
    {
        if (HistoryFacts.HasNoMigrations(lacking))
        {
            // A side without any migration has one finding, not one for each migration of the other side.
            yield break;
        }

        foreach (var migration in migrations)
        {
            var has = lacking.Engine.Other();
            yield return new HistoryCase
            {
                Object = new ObjectPath(migration.Id),
                Kind = ObjectKind.Migration,
                Engine = lacking.Engine,
                Message = $"The migration {migration.Id} exists for {has.DisplayName()} and not for {lacking.Engine.DisplayName()}.",
                Expected = migration.Id,
                Advice = $"Add its {lacking.Engine.DisplayName()} half under the same id and name, empty if there is nothing to do, or remove it from {has.DisplayName()} if no database has it.",
            };
        }
    }
}
