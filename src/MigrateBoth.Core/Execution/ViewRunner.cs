using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;
using Row = System.Collections.Generic.IReadOnlyList<MigrateBoth.Core.Rows.LogicalValue>;

namespace MigrateBoth.Core.Execution;

/// <summary>Reads views on one engine, over several fillings of their tables.</summary>
internal sealed class ViewRunner(IExecutionSession session, RelationGroup plan, RelationTables tables, bool isLeft, ExecutionOutcome outcome, CancellationToken cancellationToken)
{
    /// <summary>A planted fault changes most rows, so that the first of the fills show it.</summary>
    private const int FillsOfPlanted = 3;

    /// <summary>How many rows are repeated: enough for each value of a column, few enough for views that join tables with themselves.</summary>
    private const int Repeating = 30;

    /// <summary>
    /// What the tables hold when views are read. An aggregate over all rows can come out even by chance, so fewer rows and rows that occur
    /// unequally often are tried too; the empty table is a case of its own.
    /// </summary>
    private static readonly Func<IEnumerable<Row>, IEnumerable<Row>>[] Fills =
    [
        rows => rows.Take(RelationTables.Joined),
        rows => rows,
        rows => Repeated(rows.Take(9), at => 1 + (at % 7 == 3 ? 6 : at % 2)),
        rows => Repeated(rows, at => 1 + (at % 3)),
        rows => rows.Take(13),
        rows => rows.Take(6),
        rows => rows.Take(2),
        _ => [],
    ];

    private readonly HashSet<string> _views = plan.Views.Select(view => view.Left.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _tables = plan.Relations.Select(relation => relation.Left.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);

    public async Task RunAsync()
    {
        // Keys are left out: they would refuse rows, and they do not affect a view.
        await tables.SetUpAsync(relation =>
        [
            .. session.CreateTable(WithoutKey(tables.Bare(relation[isLeft]))),
            .. tables.Insert(relation, [.. Fills[0](relation.Rows)]),
        ]).ConfigureAwait(false);
        var made = await MakeViewsAsync().ConfigureAwait(false);
        var ready = new List<PlannedView>();
        foreach (var view in plan.Views.Where(view => view.Pair is not null))
        {
            if (made.TryGetValue(view, out var refused) && refused is not null)
            {
                outcome.Obstacles[view.Pair!] = refused.Message;
                continue;
            }

            if (tables.Unready(Of(view).Definition) is { } missing)
            {
                outcome.Obstacles[view.Pair!] = missing;
                continue;
            }

            ready.Add(view);
        }

        var results = ready.ToDictionary(view => view, _ => new List<QueryResult>());
        foreach (var fill in plan.IsPlanted ? Fills.Take(FillsOfPlanted) : Fills)
        {
            var views = fill == Fills[1] ? ready.FindAll(ReadsOneTableOnce) : ready;
            if (views.Count == 0)
            {
                continue;
            }

            if (fill != Fills[0] && await session.ExecuteAsync([.. tables.Ready.SelectMany(relation => Refill(relation, [.. fill(relation.Rows)]))], cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                // The engines would not read the same rows.
                ready.ForEach(view => outcome.Obstacles[view.Pair!] = refusal.Message);
                break;
            }

            foreach (var view in views)
            {
                results[view].Add(await session.QueryAsync($"SELECT * FROM {session.Quote(Of(view).Name)}", cancellationToken).ConfigureAwait(false));
            }
        }

        ready.ForEach(view => outcome.Views[view.Pair!] = results[view]);
        await tables.DropAsync(plan.Views.Select(Of)).ConfigureAwait(false);
    }

    private IEnumerable<string> Refill(RowTable relation, IReadOnlyList<Row> rows) => [$"DELETE FROM {session.Quote(relation[isLeft].Name)}", .. tables.Insert(relation, rows)];

    /// <summary>Whether a view reads one table, and that once. Both texts are asked, so that both engines read the same views.</summary>
    private bool ReadsOneTableOnce(PlannedView view) =>
        ReadsOneTableOnce(SqlIdentifiers.In(view.Left.Definition, SqlDialect.Sqlite)) && ReadsOneTableOnce(SqlIdentifiers.In(view.Right.Definition, SqlDialect.MySql));

    private bool ReadsOneTableOnce(IReadOnlyList<string> words)
    {
        int Count(string name) => words.Count(word => string.Equals(word, name, StringComparison.OrdinalIgnoreCase));
        return Count("from") == 1 && Count("join") == 0 && !words.Any(_views.Contains) && words.Where(_tables.Contains).Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1;
    }

    private static IEnumerable<Row> Repeated(IEnumerable<Row> rows, Func<int, int> times) =>
        rows.Take(Repeating).SelectMany((row, at) => Enumerable.Repeat(row, times(at)));

    /// <summary>A view can read another: those that are refused are tried again once others are there.</summary>
    private async Task<Dictionary<PlannedView, Refusal?>> MakeViewsAsync()
    {
        var results = new Dictionary<PlannedView, Refusal?>();
        for (var waiting = plan.Views.ToList(); waiting.Count > 0;)
        {
            var refused = new List<PlannedView>();
            foreach (var view in waiting)
            {
                results[view] = await session.ExecuteAsync([session.CreateView(Of(view))], cancellationToken).ConfigureAwait(false);
                if (results[view] is not null)
                {
                    refused.Add(view);
                }
            }

            if (refused.Count == waiting.Count)
            {
                break;
            }

            waiting = refused;
        }

        return results;
    }

    private View Of(PlannedView view) => isLeft ? view.Left : view.Right;

    private static Table WithoutKey(Table table) => table with { PrimaryKey = null, Columns = [.. table.Columns.Select(column => column with { IsIdentity = false })] };
}
