using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scripts;
using MigrateBoth.Core.Stages;

namespace MigrateBoth.Tool.Commands.Diff;

/// <summary>Runs the stages of one comparison. A missing side makes the stage incomplete, never equal.</summary>
internal static class DiffStages
{
    /// <summary>The recorded migrations where they can be compared, then the schemas.</summary>
    public static IReadOnlyList<StageResult> Run(DiffPair pair) =>
        pair is { Recorded: { } recorded, Models: not null } ? [History(pair, recorded), Schemas(pair)] : [Schemas(pair)];

    private static StageResult History(DiffPair pair, RecordedHistory recorded) => recorded.Obstacle is { } obstacle
        ? StageResults.NotRun(StageNames.History, obstacle.Reason, obstacle.Hint, obstacle.Engine)
        : Timed(() => AppliedStage.Run(pair.Models![recorded.Database.Target.Engine], recorded.Migrations, recorded.Database.Name));

    private static StageResult Schemas(DiffPair pair)
    {
        var name = DiffStage.NameFor(pair.Left.Operand.Engine, pair.Right.Operand.Engine);
        var obstacles = pair.Sides.SelectMany(side => side.Obstacles).Distinct().ToList();
        return obstacles.Count > 0
            ? new StageResult
            {
                Name = name,
                Status = StageStatus.Incomplete,
                Findings = [.. obstacles.Select(obstacle => obstacle.FindingFor(name))],
                Note = string.Join(" ", obstacles.Select(obstacle => obstacle.Reason.Split('\n')[0])),
            }
            : Timed(() => DiffStage.Run(Side(pair.Left), Side(pair.Right), pair.Models, pair.FromModel, pair.Verdicts, IsUpToDate(pair)));
    }

    /// <summary>The expressions of two engines that have to be run; null where there are none.</summary>
    public static (EnginePair<DatabaseSchema> Schemas, IReadOnlyList<ExpressionPair> Expressions)? Expressions(DiffPair pair) =>
        pair.Sides.All(side => side.Schema is not null) ? DiffStage.Expressions(Side(pair.Left), Side(pair.Right), pair.Models, pair.FromModel) : null;

    private static bool? IsUpToDate(DiffPair pair) => pair is { Recorded: { Obstacle: null, Migrations: { } recorded } history, Models: { } models }
        ? !models[history.Database.Target.Engine].Migrations.Select(migration => migration.Id).Except(recorded, StringComparer.OrdinalIgnoreCase).Any()
        : null;

    /// <summary>The SQL that brings B to A; null where one of them could not be read.</summary>
    public static string? Sql(DiffPair pair, Func<Engine, ISchemaWriter> writers) => pair.Sides.All(side => side.Schema is not null)
        ? SchemaScript.Write(Side(pair.Left), Side(pair.Right), pair.Models, writers(pair.Right.Operand.Engine))
        : null;

    private static DiffSide Side(ReadSide side) => new(side.Name, side.Operand.Source, side.Schema!);

    private static StageResult Timed(Func<StageResult> run)
    {
        var clock = Stopwatch.StartNew();
        var result = run();
        return result with { Duration = clock.Elapsed };
    }
}
