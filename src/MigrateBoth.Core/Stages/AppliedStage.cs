using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Rules.Applied;

namespace MigrateBoth.Core.Stages;

/// <summary>Compares the project's migrations with those recorded in a database: equal tables do not mean that the next release can continue from there.</summary>
public static class AppliedStage
{
    private static readonly FindingSides Labels = new("migrations", "database");

    /// <summary>Compares by id, as EF Core does: without regard to case.</summary>
    /// <param name="model">The model whose migrations are expected.</param>
    /// <param name="recorded">What the database has recorded; null when it has no history table.</param>
    /// <param name="database">How the database is called.</param>
    public static StageResult Run(EngineModel model, IReadOnlyList<string>? recorded, string database)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(database);
        return recorded is null
            ? StageResults.Of(StageNames.History, 1, [NoHistoryTable.Of(model, database)])
            : Run(model, [.. model.Migrations.Select(migration => migration.Id)], recorded, database);
    }

    private static StageResult Run(EngineModel model, IReadOnlyList<string> expected, IReadOnlyList<string> recorded, string database)
    {
        var pending = expected.Except(recorded, StringComparer.OrdinalIgnoreCase);
        var unknown = recorded.Except(expected.Concat(model.OtherContextsMigrations), StringComparer.OrdinalIgnoreCase);
        return StageResults.Of(
            StageNames.History,
            // That there is a table is a fact too: a project without migrations against an empty table compares something.
            1 + expected.Union(recorded, StringComparer.OrdinalIgnoreCase).Count(),
            [
                .. pending.Select(id => PendingMigration.Of(model.Engine, id, database) with { Sides = Labels }),
                .. unknown.Select(id => UnknownMigration.Of(model.Engine, id, database) with { Sides = Labels }),
            ]);
    }
}
