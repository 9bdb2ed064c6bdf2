using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Core.Execution;

/// <summary>
/// Runs a plan on both engines, and what differs once more with texts compared letter by letter: a difference that only the columns' collations make is
/// theirs, and is reported as that. What did the same though its texts are not the same is run with faults planted into it, all of which have to be found.
/// </summary>
/// <param name="sqlite">Runs on SQLite.</param>
/// <param name="mySql">Runs on MySQL.</param>
public sealed class ExpressionOracle(IExecutionEngine sqlite, IExecutionEngine mySql)
{
    /// <summary>Runs the plan in scratch databases of its own.</summary>
    public async Task<IReadOnlyList<ExpressionVerdict>> RunAsync(ExecutionPlan plan, IScratchServer sqliteServer, IScratchServer mySqlServer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(sqliteServer);
        ArgumentNullException.ThrowIfNull(mySqlServer);
        if (plan.IsEmpty)
        {
            return plan.Obstacles;
        }

        var (left, right) = await BothAsync(plan, sqliteServer, mySqlServer, cancellationToken).ConfigureAwait(false);
        var verdicts = ExecutionJudge.Judge(plan, left, right);
        if (Set(verdicts.Where(verdict => verdict.Difference is not null)) is { Count: > 0 } suspects)
        {
            var neutral = ExecutionPlanner.Neutral(plan, suspects);
            var (neutralLeft, neutralRight) = await BothAsync(neutral, sqliteServer, mySqlServer, cancellationToken).ConfigureAwait(false);
            var again = ExecutionJudge.Judge(neutral, neutralLeft, neutralRight);
            verdicts = [.. verdicts.Select(verdict => suspects.Contains(verdict.Pair) ? Confirmed(verdict, again, neutralLeft, neutralRight) : verdict)];
        }

        if (Set(verdicts.Where(verdict => verdict is { IsSame: true, Pair: { ByText: not null, IsKnownToDiffer: false, Use: not ExpressionUse.Default } })) is not { Count: > 0 } silent)
        {
            return verdicts;
        }

        var (planted, originals) = Mutations.Plant(plan, silent);
        var (plantedLeft, plantedRight) = await BothAsync(planted, sqliteServer, mySqlServer, cancellationToken).ConfigureAwait(false);
        var missed = ExecutionJudge.Judge(planted, plantedLeft, plantedRight).Where(verdict => verdict.Difference is null)
            .ToLookup<ExpressionVerdict, ExpressionPair, string>(verdict => originals[verdict.Pair], verdict => verdict.Pair.Left, ReferenceEqualityComparer.Instance);
        return [.. verdicts.Select(verdict => silent.Contains(verdict.Pair) ? Proven(verdict, missed[verdict.Pair].FirstOrDefault(), left) : verdict)];

        ExpressionVerdict Confirmed(ExpressionVerdict verdict, IReadOnlyList<ExpressionVerdict> again, ExecutionOutcome neutralLeft, ExecutionOutcome neutralRight)
        {
            var table = plan.Tables.FirstOrDefault(table => table.Expressions.Contains(verdict.Pair, ReferenceEqualityComparer.Instance));
            if (table is null)
            {
                return again.FirstOrDefault(second => ReferenceEquals(second.Pair, verdict.Pair)) is { IsSame: true } second ? second : verdict;
            }

            var rows = ExecutionJudge.DifferingRows(table, verdict.Pair, left, right).Intersect(ExecutionJudge.DifferingRows(table, verdict.Pair, neutralLeft, neutralRight)).Order().ToList();
            return rows.Count == 0 ? verdict with { Difference = null } : verdict with { Difference = ExecutionJudge.Describe(table, verdict.Pair, rows[0], left, right) };
        }
    }

    private static HashSet<ExpressionPair> Set(IEnumerable<ExpressionVerdict> verdicts) => verdicts.Select(verdict => verdict.Pair).ToHashSet<ExpressionPair>(ReferenceEqualityComparer.Instance);

    /// <summary>Two texts that are not the same and did the same: that counts if the rows would have shown a fault.</summary>
    private static ExpressionVerdict Proven(ExpressionVerdict verdict, string? missed, ExecutionOutcome outcome) =>
        missed is not null ? verdict with { Obstacle = $"no tested row distinguishes it from {missed}" }
        : ExecutionJudge.IsConstant(verdict.Pair, outcome) ? verdict with { Obstacle = "it gave the same for every row that was tried" }
        : verdict;

    private async Task<(ExecutionOutcome Left, ExecutionOutcome Right)> BothAsync(
        ExecutionPlan plan, IScratchServer sqliteServer, IScratchServer mySqlServer, CancellationToken cancellationToken)
    {
        var left = OneAsync(plan, sqlite, sqliteServer, isLeft: true, cancellationToken);
        var right = OneAsync(plan, mySql, mySqlServer, isLeft: false, cancellationToken);
        await Task.WhenAll(left, right).ConfigureAwait(false);
        return (await left.ConfigureAwait(false), await right.ConfigureAwait(false));
    }

    private static async Task<ExecutionOutcome> OneAsync(ExecutionPlan plan, IExecutionEngine engine, IScratchServer server, bool isLeft, CancellationToken cancellationToken)
    {
        var database = await server.CreateDatabaseAsync("rows", cancellationToken).ConfigureAwait(false);
        await using var databaseScope = database.ConfigureAwait(false);
        var session = await engine.OpenAsync(database, cancellationToken).ConfigureAwait(false);
        await using var sessionScope = session.ConfigureAwait(false);
        var outcome = new ExecutionOutcome();
        await new ExpressionRunner(session, plan, isLeft, outcome, cancellationToken).RunAsync().ConfigureAwait(false);
        foreach (var group in plan.Groups)
        {
            var tables = new RelationTables(session, group, plan.IsNeutral, isLeft, cancellationToken);
            if (group.Views.Count > 0)
            {
                await new ViewRunner(session, group, tables, isLeft, outcome, cancellationToken).RunAsync().ConfigureAwait(false);
            }

            if (group.Triggers.Count > 0)
            {
                await new TriggerRunner(session, group, tables, isLeft, outcome, cancellationToken).RunAsync().ConfigureAwait(false);
            }
        }

        return outcome;
    }
}
