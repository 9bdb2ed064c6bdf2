using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Verification;

/// <summary>Runs the stages on what was read. A stage with a missing half reports the other half and is incomplete.</summary>
internal static class VerifyStages
{
    /// <summary>Runs level 1, the comparison of the histories.</summary>
    public static StageResult History(EnginePair<EngineModel> models, TimeSpan reading, HistoryBaseline? baseline) => Timed(reading, () => HistoryStage.Run(models, baseline));

    /// <summary>Runs level 2, the comparison of the migrated schemas with the models.</summary>
    public static StageResult Drift(IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models, TimeSpan reading)
    {
        IReadOnlyList<DriftInput> inputs =
        [
            .. from engine in engines
               where engine is { Migrated: not null, FromModel: not null }
               select new DriftInput(engine.Migrated!, engine.FromModel!, models[engine.Engine]),
        ];
        return Timed(reading, () => WithObstacles(StageNames.Drift, inputs.Count == 0 ? null : DriftStage.Run(inputs), engines, models));
    }

    /// <summary>Level 3, with the expressions that look equal run on both servers first.</summary>
    public static async Task<StageResult> ParityAsync(
        IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models, TimeSpan reading, RunServers servers, CommandContext context, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var verdicts = Compared(engines, models) is { } compared
            ? await ExpressionExecution.RunAsync(
                compared, ParityStage.Expressions(compared, FromModel(engines), models), models, servers.GetAsync, context, cancellationToken).ConfigureAwait(false)
            : null;
        return Parity(engines, models, reading + clock.Elapsed, verdicts);
    }

    /// <summary>
    /// Level 3. Where a side has no migrations, or they cannot be applied, the models' own databases are compared: what raw SQL makes on the other side
    /// is not in a model, and would be missing here without being missed. The stage says so.
    /// </summary>
    public static StageResult Parity(IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models, TimeSpan reading, IReadOnlyList<ExpressionVerdict>? verdicts = null)
    {
        var compared = Compared(engines, models);
        return Timed(reading, () =>
        {
            var result = WithObstacles(StageNames.Parity, compared is null ? null : ParityStage.Run(compared, FromModel(engines), models, verdicts: verdicts), engines, models);
            var assumed = Assumed(engines, models).ToList();
            return assumed.Count == 0 || compared is null
                ? result
                : result with { Note = $"{(result.Note is { } note ? note.TrimEnd('.') + ". " : null)}What {string.Join(" and ", assumed)} would hold was taken from the model, so both models were compared, not migrations." };
        });
    }

    /// <summary>The engines whose migrations are not there, or cannot be applied.</summary>
    private static IEnumerable<string> Assumed(IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models) =>
        engines.Where(engine => engine.Migrated is null || HistoryFacts.HasNoMigrations(models[engine.Engine])).Select(engine => engine.Engine.DisplayName());

    private static EnginePair<DatabaseSchema>? Compared(IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models) =>
        Assumed(engines, models).Any() ? FromModel(engines) : Pair(engines, engine => engine.Migrated);

    private static EnginePair<DatabaseSchema>? FromModel(IReadOnlyList<EngineSchemas> engines) => Pair(engines, engine => engine.FromModel);

    private static EnginePair<DatabaseSchema>? Pair(IReadOnlyList<EngineSchemas> engines, Func<EngineSchemas, DatabaseSchema?> schema) =>
        schema(engines.Single(e => e.Engine == Engine.Sqlite)) is { } sqlite && schema(engines.Single(e => e.Engine == Engine.MySql)) is { } mySql
            ? new EnginePair<DatabaseSchema>(sqlite, mySql)
            : null;

    /// <summary>A stage that needs both migrated databases, where one of them is missing; null where both are there.</summary>
    public static StageResult? Prevented(string stage, IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models) =>
        engines.Any(engine => engine.Obstacles.Count > 0) ? WithObstacles(stage, compared: null, engines, models) : null;

    /// <summary>
    /// What the migrations did outside their databases belongs to the stages that compare catalogs; where none of them is requested,
    /// to the first stage for which the migrations ran.
    /// </summary>
    public static IReadOnlyList<StageResult> WithOutside(IReadOnlyList<StageResult> stages, IReadOnlyList<EngineSchemas> engines)
    {
        var ran = stages.Where(stage => stage.Status != StageStatus.Skipped).ToList();
        return ran.Exists(stage => stage.Name is StageNames.Drift or StageNames.Parity) || ran.Find(stage => stage.Name is StageNames.RoundTrip or StageNames.Behaviour) is not { } first
            ? stages
            : [.. stages.Select(stage => stage == first ? WithOutside(stage, engines) : stage)];
    }

    private static StageResult WithOutside(StageResult stage, IReadOnlyList<EngineSchemas> engines) =>
        stage with { Findings = [.. stage.Findings, .. engines.SelectMany(engine => engine.Outside).Select(finding => finding with { Stage = stage.Name })] };

    private static StageResult WithObstacles(string stage, StageResult? compared, IReadOnlyList<EngineSchemas> engines, EnginePair<EngineModel> models)
    {
        var obstacles = engines.SelectMany(engine => engine.Obstacles).ToList();
        var result = compared ?? new StageResult { Name = stage, Status = StageStatus.Incomplete };
        if (stage is StageNames.Drift or StageNames.Parity)
        {
            result = WithOutside(result, engines);
        }

        if (obstacles.Count == 0)
        {
            return result;
        }

        var causes = engines.SelectMany(engine => engine.Obstacles.Select(obstacle => Cause(stage, engine, obstacle, models[engine.Engine])))
            .DistinctBy(finding => (finding.Rule, finding.Object, finding.Message))
            .ToList();
        return result with
        {
            Status = StageStatus.Incomplete,
            Findings = [.. result.Findings.Where(finding => !causes.Exists(cause => cause.PreventsStage && cause.Rule == finding.Rule)), .. causes],
            Note = string.Join(" ", obstacles.Select(obstacle => obstacle.Reason.Split('\n')[0]).Distinct(StringComparer.Ordinal)),
        };
    }

    /// <summary>A server that is not the one that was requested, or that the model is made for, is the cause of what could not be done on it.</summary>
    private static Finding Cause(string stage, EngineSchemas engine, SchemaObstacle obstacle, EngineModel model)
    {
        var isOther = engine.Server is { } server && StageResults.IsOtherVendor(model, new ServerIdentity(server.Vendor, server.Version));
        return obstacle.Code is "mysql-not-as-required" or "mysql-other-vendor" ? StageResults.WrongServer(stage, model, obstacle.Reason, obstacle.Hint)
            : isOther ? StageResults.WrongServer(
                stage, model, $"The server is {engine.Server!.Vendor} {engine.Server.Version}, while {StageResults.ConfiguredServer(model)}: {obstacle.Reason}", hint: null)
            : obstacle.FindingFor(stage);
    }

    private static StageResult Timed(TimeSpan reading, Func<StageResult> run)
    {
        var clock = Stopwatch.StartNew();
        var result = run();
        return result with { Duration = reading + clock.Elapsed };
    }
}
