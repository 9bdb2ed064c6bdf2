using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Verification.RoundTrip;

/// <summary>Takes both engines through the migrations step by step: up with rows in the tables, down, and up again.</summary>
internal sealed class RoundTripRunner(IReadOnlyList<TripSide> sides, Func<Engine, string, CancellationToken, Task<MigrationContent>> contentOf, RoundTripSettings settings, IProgressDisplay progress)
{
    private readonly RowFiller _filler = new();
    private readonly List<RoundTripFact> _facts = [];
    private readonly List<TripStep> _steps = [];
    private readonly HashSet<string> _uncomparable = new(StringComparer.OrdinalIgnoreCase);
    private bool _withStandIns;
    private int _checked;

    /// <summary>Runs the plan on both engines.</summary>
    public async Task<RoundTripResult> RunAsync(TripPlan plan, CancellationToken cancellationToken)
    {
        if (plan.Obstacle is not null)
        {
            return new RoundTripResult { Obstacle = plan.Obstacle };
        }

        using var step = progress.Begin("round trip");
        TripObstacle? obstacle = null;
        var done = 0;
        if (plan.Stops.Count > 0)
        {
            obstacle = await ResetAsync(plan.Stops[0].Before, cancellationToken).ConfigureAwait(false);
            for (; obstacle is null && done < plan.Stops.Count; done++)
            {
                step.Update($"{plan.Stops[done].Name} ({done + 1}/{plan.Stops.Count})");
                obstacle = await StepAsync(plan.Stops[done], cancellationToken).ConfigureAwait(false);
            }

            if (obstacle is null)
            {
                await RerunAsync(plan.Stops[^1], cancellationToken).ConfigureAwait(false);
            }
        }

        var result = new RoundTripResult
        {
            Steps = _steps,
            Facts = RoundTripFact.Merge(_facts),
            Migrations = done,
            Tables = _filler.Tables,
            Rows = _filler.Rows,
            RowsPerTable = _filler.Tables == 0 ? 0 : _filler.FirstRows / _filler.Tables,
            From = settings.From,
            Notes = _filler.Notes,
            Checked = _checked,
            Obstacle = obstacle,
        };
        if (obstacle is null)
        {
            step.Succeed($"{done} migrations, {_filler.Tables} tables");
        }
        else
        {
            step.Fail();
        }

        return result;
    }

    private async Task<TripObstacle?> StepAsync(TripStop stop, CancellationToken cancellationToken)
    {
        var contents = (await ForEachAsync(side => contentOf(side.Engine, stop.Ids[side.Engine], cancellationToken)).ConfigureAwait(false)).ToDictionary(item => item.Side.Engine, item => item.Result);
        var scope = new StepScope([.. contents.Values]);
        var irreversible = settings.ReasonFor(stop.Ids.Values);
        var start = _facts.Count;

        // Before.
        var tables = Tables();
        var inStep = scope.Of(tables, HasTriggers());
        _facts.AddRange(await _filler.FillAsync(sides, tables, inStep, scope, stop.Name, cancellationToken).ConfigureAwait(false));
        var before = await SnapshotAsync(inStep, cancellationToken).ConfigureAwait(false);
        var schemasBefore = Schemas();
        var modelsBefore = sides.ToDictionary(side => side.Engine, side => side.ModelTables);

        // Up.
        var failures = await ForEachAsync(side => side.MigrateAsync(stop.Ids[side.Engine], cancellationToken)).ConfigureAwait(false);
        var failed = failures.Where(item => item.Result is not null).ToDictionary(item => item.Side.Engine, item => item.Result!);
        if (failed.Count > 0)
        {
            // The same on empty tables: what fails there too has nothing to do with rows, and nothing after it can be reached.
            var hadStandIns = _withStandIns;
            if (await ResetAsync(stop.Ids, cancellationToken).ConfigureAwait(false) is { } obstacle)
            {
                return obstacle;
            }

            if (_withStandIns != hadStandIns)
            {
                // Not the rows were in the way: a table of another context was missing.
                _facts.RemoveRange(start, _facts.Count - start);
                return await ResetAsync(stop.Before, cancellationToken).ConfigureAwait(false) ?? await StepAsync(stop, cancellationToken).ConfigureAwait(false);
            }

            _facts.Add(TripFacts.UpFailure(stop, failed));
            before = await SnapshotAsync([], cancellationToken).ConfigureAwait(false);
        }

        await ForEachAsync(async side =>
        {
            side.ModelTables = contents[side.Engine].Tables;
            return await side.ReadSchemaAsync(cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        _filler.Rename(scope);
        var upFacts = _facts.Count;

        // Rows.
        var after = await SnapshotAsync(scope.Of(Tables(), HasTriggers()), cancellationToken).ConfigureAwait(false);
        Compared(after.Values);
        IReadOnlyList<RoundTripFact> kept = [];
        if (failed.Count == 0)
        {
            kept = sides.SelectMany(side => RowJudge.Kept(stop.Name, side.Engine, scope, before, after))
                .Where(fact => irreversible is null || fact.Kind != RoundTripFactKind.ContentDropped).ToList();
            _facts.AddRange(kept);
            var explained = kept.Where(fact => fact.Kind is RoundTripFactKind.ValuesNotKept or RoundTripFactKind.RowsLost && fact.Weight is null).Select(fact => fact.Object).ToHashSet(ObjectPath.IgnoreCase);
            _facts.AddRange(RowParity.SameOnBoth(stop.Name, after, RowParity.Differing(before), explained));
        }

        // Down and up again, each engine by itself.
        var schemasAfter = Schemas();
        var ways = await ForEachAsync(side => new WayBack(side, stop, contents[side.Engine], Compared)
        {
            IsIrreversible = irreversible is not null,
            SchemaBefore = schemasBefore[side.Engine],
            SchemaAfter = schemasAfter[side.Engine],
            ModelBefore = modelsBefore[side.Engine],
            Before = before,
            After = after,
            Lost = Lost(kept, side.Engine),
        }.GoAsync(cancellationToken)).ConfigureAwait(false);
        _facts.AddRange(ways.SelectMany(way => way.Result.Facts));
        foreach (var (side, way) in ways)
        {
            _steps.Add(new TripStep(stop.Name, side.Engine, failed.ContainsKey(side.Engine) ? TripMark.Wrong : TripMark.Sound, TripFacts.RowsMark(side.Engine, failed.Count, _facts.Skip(start)), way.Down, way.Again));
        }

        return ways.Any(way => way.Result.IsLost) ? await ResetAsync(stop.Ids, cancellationToken).ConfigureAwait(false) : null;
    }

    private static HashSet<ObjectPath> Lost(IReadOnlyList<RoundTripFact> kept, Engine engine) => kept
        .Where(fact => fact.Engine == engine && fact.Kind is RoundTripFactKind.ValuesNotKept or RoundTripFactKind.RowsLost)
        .Select(fact => fact.Object).ToHashSet(ObjectPath.IgnoreCase);

    private async Task RerunAsync(TripStop last, CancellationToken cancellationToken)
    {
        await ForEachAsync(async side =>
        {
            var before = side.Schema;
            var failure = await side.MigrateAsync(last.Ids[side.Engine], cancellationToken).ConfigureAwait(false);
            var (differences, compared) = SchemaJudge.Compare(RoundTripFactKind.RerunChanges, last.Name, before, await side.ReadSchemaAsync(cancellationToken).ConfigureAwait(false), side.ModelTables);
            Compared(compared);
            lock (_facts)
            {
                _facts.AddRange(failure is null ? differences : [TripFacts.Of(RoundTripFactKind.RerunChanges, failure.MigrationId!, side.Engine) with { Detail = failure.Message }]);
            }

            return true;
        }).ConfigureAwait(false);
    }

    private async Task<TripObstacle?> ResetAsync(IReadOnlyDictionary<Engine, string> targets, CancellationToken cancellationToken)
    {
        _filler.Forget();
        var failures = await ForEachAsync(side => side.ResetAsync(targets[side.Engine], _withStandIns, cancellationToken)).ConfigureAwait(false);
        if (failures.FirstOrDefault(item => item.Result is not null) is not { Result: { } failure, Side: var failing })
        {
            return null;
        }

        // A table of another context may be what is missing.
        if (!_withStandIns && sides.Any(side => side.Model.Tables.Any(table => table.IsExcludedFromMigrations)))
        {
            _withStandIns = true;
            return await ResetAsync(targets, cancellationToken).ConfigureAwait(false);
        }

        var obstacle = SchemaObstacle.From(failing.Model, failure, completed: 0);
        return new TripObstacle(obstacle.Reason, obstacle.Hint, failing.Engine);
    }

    private IReadOnlyList<RowTable> Tables()
    {
        var tables = RowTable.Of(Schemas(), sides.ToDictionary(side => side.Engine, side => side.ModelTables));
        foreach (var (table, column) in tables.SelectMany(table => table.Columns.Where(column => column.Kind == ValueKind.Unknown).Select(column => (table, column))))
        {
            if (_uncomparable.Add($"{table.Name}.{column.Name}"))
            {
                _facts.Add(new RoundTripFact
                {
                    Kind = RoundTripFactKind.UnknownValues,
                    Object = new ObjectPath(table.Name, column.Name),
                    ObjectKind = ObjectKind.Column,
                    Actual = column.Type.Text,
                    Detail = $"its type '{column.Type.Text}' is not known",
                });
            }
        }

        return tables;
    }

    private Dictionary<Engine, DatabaseSchema> Schemas() => sides.ToDictionary(side => side.Engine, side => side.Schema);

    private bool HasTriggers() => sides.Any(side => side.Schema.Triggers.Count > 0);

    private async Task<Snapshot> SnapshotAsync(IReadOnlyList<RowTable> tables, CancellationToken cancellationToken)
    {
        var read = await ForEachAsync(side => side.SnapshotAsync(tables, cancellationToken)).ConfigureAwait(false);
        return new Snapshot(tables, read.ToDictionary(item => item.Side.Engine, item => item.Result.Rows[item.Side.Engine]));
    }

    private async Task<IReadOnlyList<(TripSide Side, T Result)>> ForEachAsync<T>(Func<TripSide, Task<T>> work)
    {
        var results = await Task.WhenAll(sides.Select(side => Task.Run(() => work(side)))).ConfigureAwait(false);
        return [.. sides.Select((side, index) => (side, results[index]))];
    }

    private void Compared(int count) => Interlocked.Add(ref _checked, count);
}
