using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Verification;

/// <summary>Runs the stages on what was read. A stage with a missing half reports the other half and is incomplete.</summary>
internal static class VerifyStages
{
    /// <summary>Level 1.</summary>
    public static StageResult History(ModelPair models, TimeSpan reading, HistoryBaseline? baseline) => Timed(reading, () => HistoryStage.Run(models, baseline));

    /// <summary>Level 2.</summary>
    public static StageResult Drift(IReadOnlyList<EngineSchemas> engines, ModelPair models, TimeSpan reading)
    {
        IReadOnlyList<DriftInput> inputs =
        [
            .. from engine in engines
               where engine is { Migrated: not null, FromModel: not null }
               select new DriftInput(engine.Migrated!, engine.FromModel!, models[engine.Engine]),
        ];
        return Timed(reading, () => WithObstacles(StageNames.Drift, inputs.Count == 0 ? null : DriftStage.Run(inputs), engines, models));
    }

    /// <summary>
    /// Level 3. Where a side has no migrations, or they cannot be applied, the models' own databases are compared: what raw SQL makes on the other side
    /// is not in a model, and would be missing here without being missed. The stage says so.
    /// </summary>
    public static StageResult Parity(IReadOnlyList<EngineSchemas> engines, ModelPair models, TimeSpan reading)
    {
        var assumed = engines.Where(engine => engine.Migrated is null || HistoryFacts.HasNoMigrations(models[engine.Engine])).Select(engine => engine.Engine.DisplayName()).ToList();
        var fromModel = Pair(engines, engine => engine.FromModel);
        var compared = assumed.Count == 0 ? Pair(engines, engine => engine.Migrated) : fromModel;
        return Timed(reading, () =>
        {
            var result = WithObstacles(StageNames.Parity, compared is null ? null : ParityStage.Run(compared, fromModel, models), engines, models);
            return assumed.Count == 0 || compared is null
                ? result
                : result with { Note = $"{(result.Note is { } note ? note.TrimEnd('.') + ". " : null)}What {string.Join(" and ", assumed)} would hold was taken from the model, so both models were compared, not migrations." };
        });
    }

    private static SchemaPair? Pair(IReadOnlyList<EngineSchemas> engines, Func<EngineSchemas, DatabaseSchema?> schema) =>
        schema(engines.Single(e => e.Engine == Engine.Sqlite)) is { } sqlite && schema(engines.Single(e => e.Engine == Engine.MySql)) is { } mySql
            ? new SchemaPair(sqlite, mySql)
            : null;

    private static StageResult WithObstacles(string stage, StageResult? compared, IReadOnlyList<EngineSchemas> engines, ModelPair models)
    {
        var obstacles = engines.SelectMany(engine => engine.Obstacles).ToList();
        if (obstacles.Count == 0)
        {
            return compared!;
        }

        var result = compared ?? new StageResult { Name = stage, Status = StageStatus.Incomplete };
        return result with
        {
            Status = StageStatus.Incomplete,
            Findings =
            [
                .. result.Findings,
                .. obstacles.Select(obstacle => obstacle.FindingFor(stage)),
                .. compared is null ? Mismatches(stage, engines, models) : [],
            ],
            Note = string.Join(" ", obstacles.Select(obstacle => obstacle.Reason.Split('\n')[0]).Distinct(StringComparer.Ordinal)),
        };
    }

    /// <summary>A server of another kind than the model is made for is the likely cause of what could not be done on it.</summary>
    private static IEnumerable<Finding> Mismatches(string stage, IReadOnlyList<EngineSchemas> engines, ModelPair models) =>
        from engine in engines
        where engine is { Server: not null, Obstacles.Count: > 0 }
        from finding in StageResults.ServerMismatch(stage, models[engine.Engine], new ServerIdentity(engine.Server!.Vendor, engine.Server.Version))
        select finding;

    private static StageResult Timed(TimeSpan reading, Func<StageResult> run)
    {
        var clock = Stopwatch.StartNew();
        var result = run();
        return result with { Duration = reading + clock.Elapsed };
    }
}
