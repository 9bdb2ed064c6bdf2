using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>Plants the catalogue's defects in copies of both migrated databases, one at a time, and holds the real stages against them.</summary>
/// <param name="readers">Read each engine's catalog.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="kinds">The kinds to plant; all of the catalogue when null.</param>
/// <param name="run">Runs expressions; null where pairs that only rows tell apart are left out.</param>
internal sealed class SelfTestRunner(Func<Engine, ICatalogReader> readers, IProgressDisplay progress, IReadOnlyList<DefectKind>? kinds = null, RunExpressions? run = null)
{
    /// <summary>How many copies are worked on at once: MySQL spends its time waiting, SQLite does not.</summary>
    private static readonly Dictionary<Engine, int> Copies = new Dictionary<Engine, int> { [Engine.Sqlite] = 1, [Engine.MySql] = 2 };

    /// <summary>Runs it.</summary>
    /// <param name="schemas">What was read on both engines, with the means to copy it.</param>
    /// <param name="models">The models.</param>
    /// <param name="cancellationToken">Ends it; the copies are removed.</param>
    public async Task<SelfTestResult> RunAsync(IReadOnlyList<EngineSchemas> schemas, ModelPair models, CancellationToken cancellationToken)
    {
        var obstacle = schemas.SelectMany(engine => engine.Obstacles).FirstOrDefault();
        if (obstacle is not null || schemas.Any(engine => engine.Copies is null))
        {
            return new SelfTestResult { Obstacle = $"There is no migrated schema to plant defects in. {obstacle?.Reason}".TrimEnd() };
        }

        var clock = Stopwatch.StartNew();
        var migrated = Pair(schemas, engine => engine.Migrated!);
        var judge = new DefectJudge(migrated, Pair(schemas, engine => engine.FromModel!), models);
        using var step = progress.Begin("self-test");
        var board = new ScoreBoard(kinds ?? DefectCatalogue.All, text => step.Update(text));
        try
        {
            await Task.WhenAll(schemas.SelectMany(engine => Workers(engine, migrated, judge, board, cancellationToken))).ConfigureAwait(false);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            step.Fail();
            return board.Result(clock.Elapsed) with { Obstacle = Redaction.MaskSecrets(exception.Message) };
        }

        var result = board.Result(clock.Elapsed);
        if (run is not null)
        {
            try
            {
                var sources = schemas.ToDictionary(engine => engine.Engine, engine => engine.Copies!);
                var pairs = await new PairPlanter(readers, sources, Pair(schemas, engine => engine.FromModel!), models, run).RunAsync(cancellationToken).ConfigureAwait(false);
                result = result.And(pairs) with { Duration = clock.Elapsed };
            }
            catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
            {
                step.Fail();
                return result with { Obstacle = Redaction.MaskSecrets(exception.Message) };
            }
        }

        if (result.IsPassed)
        {
            step.Succeed($"{result.Found} of {result.Planted} defects of {result.Kinds} kinds found");
        }
        else
        {
            step.Fail();
        }

        return result;
    }

    private IEnumerable<Task> Workers(EngineSchemas engine, SchemaPair migrated, DefectJudge judge, ScoreBoard board, CancellationToken cancellationToken)
    {
        var other = engine.Engine == Engine.Sqlite ? Engine.MySql : Engine.Sqlite;
        var ground = new PlantingGround(migrated[engine.Engine], migrated[other], DefectCatalogue.Terms(engine.Engine));
        return Enumerable.Range(0, Copies[engine.Engine])
            .Select(_ => Task.Run(() => new DefectPlanter(readers(engine.Engine), engine.Copies!, ground, judge).WorkAsync(board, cancellationToken), cancellationToken));
    }

    private static SchemaPair Pair(IReadOnlyList<EngineSchemas> schemas, Func<EngineSchemas, DatabaseSchema> schema) => new(
        schema(schemas.Single(engine => engine.Engine == Engine.Sqlite)),
        schema(schemas.Single(engine => engine.Engine == Engine.MySql)));
}
