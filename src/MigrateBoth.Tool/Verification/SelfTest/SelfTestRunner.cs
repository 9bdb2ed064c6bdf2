using System.Collections.Concurrent;
using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql.SelfTest;
using MigrateBoth.Sqlite.SelfTest;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Verification.SelfTest;

/// <summary>Distributes the kinds to the workers and counts the results.</summary>
internal sealed class ScoreBoard(IReadOnlyList<DefectKind> kinds, Action<string> show)
{
    private readonly Dictionary<Engine, ConcurrentQueue<DefectKind>> _waiting = EngineNames.All.ToDictionary(
        engine => engine,
        engine => new ConcurrentQueue<DefectKind>(kinds.Where(kind => kind.Engine == engine)));

    private readonly ConcurrentDictionary<DefectKind, (KindScore Score, IReadOnlyList<MissedDefect> Missed)> _done = new();

    /// <summary>The next kind of an engine, or null when there is none left.</summary>
    public DefectKind? Next(Engine engine) => _waiting[engine].TryDequeue(out var kind) ? kind : null;

    /// <summary>Writes down how a kind fared.</summary>
    public void Write(DefectKind kind, KindScore score, IReadOnlyList<MissedDefect> missed)
    {
        _done[kind] = (score, missed);
        show($"{_done.Count} of {kinds.Count} kinds");
    }

    /// <summary>The whole, in the catalogue's order.</summary>
    public SelfTestResult Result(TimeSpan duration) => new()
    {
        Scores = [.. kinds.Where(_done.ContainsKey).Select(kind => _done[kind].Score)],
        Missed = [.. kinds.Where(_done.ContainsKey).SelectMany(kind => _done[kind].Missed)],
        Duration = duration,
    };
}

/// <summary>Plants the catalogue's defects in copies of both migrated databases, one at a time, and holds the real stages against them.</summary>
/// <param name="readers">Read each engine's catalog.</param>
/// <param name="progress">Shows how far it is.</param>
/// <param name="kinds">The kinds to plant; all of the catalogue when null.</param>
/// <param name="run">Runs expressions; null where pairs that only rows tell apart are left out.</param>
internal sealed class SelfTestRunner(Func<Engine, ICatalogReader> readers, IProgressDisplay progress, IReadOnlyList<DefectKind>? kinds = null, RunExpressions? run = null)
{
    /// <summary>How many copies are worked on at once: MySQL spends its time waiting, SQLite does not.</summary>
    private static readonly Dictionary<Engine, int> Copies = new Dictionary<Engine, int> { [Engine.Sqlite] = 1, [Engine.MySql] = 2 };

    /// <summary>Runs the self-test of the catalogs.</summary>
    /// <param name="schemas">What was read on both engines, with the means to copy it.</param>
    /// <param name="models">The models.</param>
    /// <param name="cancellationToken">Ends it; the copies are removed.</param>
    public async Task<SelfTestResult> RunAsync(IReadOnlyList<EngineSchemas> schemas, EnginePair<EngineModel> models, CancellationToken cancellationToken)
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

    private IEnumerable<Task> Workers(EngineSchemas engine, EnginePair<DatabaseSchema> migrated, DefectJudge judge, ScoreBoard board, CancellationToken cancellationToken)
    {
        var other = engine.Engine == Engine.Sqlite ? Engine.MySql : Engine.Sqlite;
        var ground = new PlantingGround(migrated[engine.Engine], migrated[other], DefectCatalogue.Terms(engine.Engine));
        return Enumerable.Range(0, Copies[engine.Engine])
            .Select(_ => Task.Run(() => new DefectPlanter(readers(engine.Engine), engine.Copies!, ground, judge).WorkAsync(board, cancellationToken), cancellationToken));
    }

    private static EnginePair<DatabaseSchema> Pair(IReadOnlyList<EngineSchemas> schemas, Func<EngineSchemas, DatabaseSchema> schema) => new(
        schema(schemas.Single(engine => engine.Engine == Engine.Sqlite)),
        schema(schemas.Single(engine => engine.Engine == Engine.MySql)));
}

/// <summary>All kinds of defects that <c>verify --self-test</c> plants.</summary>
internal static class DefectCatalogue
{
    /// <summary>Both engines' kinds.</summary>
    public static IReadOnlyList<DefectKind> All { get; } = [.. SqliteDefects.All, .. MySqlDefects.All];

    /// <summary>An engine's words.</summary>
    public static PlantingTerms Terms(Engine engine) => engine == Engine.Sqlite ? SqliteDefects.Terms : MySqlDefects.Terms;
}
