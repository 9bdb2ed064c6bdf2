using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;
using Row = System.Collections.Generic.IReadOnlyList<MigrateBoth.Core.Rows.LogicalValue>;

namespace MigrateBoth.Core.Execution;

/// <summary>Runs views and triggers on one engine, in copies of the tables that hold rows which join.</summary>
internal sealed class RelationRunner(IExecutionSession session, RelationGroup plan, bool isNeutral, bool isLeft, ExecutionOutcome outcome, CancellationToken cancellationToken)
{
    /// <summary>How many rows are updated in each column, and how many deleted.</summary>
    private const int Touched = 6;

    /// <summary>How many rows a table holds for views that read several, and for triggers: what joins them multiplies.</summary>
    private const int Joined = 200;

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
        rows => rows.Take(Joined),
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
    private readonly Dictionary<string, string> _unready = new(StringComparer.OrdinalIgnoreCase);

    public async Task RunAsync()
    {
        if (plan.Views.Count > 0)
        {
            await RunViewsAsync().ConfigureAwait(false);
        }

        if (plan.Triggers.Count > 0)
        {
            await RunTriggersAsync().ConfigureAwait(false);
            await DropAsync([]).ConfigureAwait(false);
        }
    }

    private async Task RunViewsAsync()
    {
        // Keys are left out: they would refuse rows, and they do not affect a view.
        await SetUpAsync(relation =>
        [
            .. session.CreateTable(WithoutKey(Bare(relation[isLeft]))),
            .. HasRows(relation) ? [RowSql.Insert(session, relation[isLeft].Name, relation, isLeft, [.. Fills[0](relation.Rows)])] : Array.Empty<string>(),
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

            if (Unready(Of(view).Definition) is { } missing)
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

            if (fill != Fills[0])
            {
                await session.ExecuteAsync([.. Relations().SelectMany(relation => Refill(relation, [.. fill(relation.Rows)]))], cancellationToken).ConfigureAwait(false);
            }

            foreach (var view in views)
            {
                results[view].Add(await session.QueryAsync($"SELECT * FROM {session.Quote(Of(view).Name)}", cancellationToken).ConfigureAwait(false));
            }
        }

        ready.ForEach(view => outcome.Views[view.Pair!] = results[view]);
        await DropAsync(plan.Views.Select(Of)).ConfigureAwait(false);

        IEnumerable<RowTable> Relations() => plan.Relations.Where(relation => !_unready.ContainsKey(relation.Left.Name));
    }

    private IEnumerable<string> Refill(RowTable relation, IReadOnlyList<Row> rows)
    {
        yield return $"DELETE FROM {session.Quote(relation[isLeft].Name)}";
        if (rows.Count > 0 && HasRows(relation))
        {
            yield return RowSql.Insert(session, relation[isLeft].Name, relation, isLeft, rows);
        }
    }

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

    /// <summary>Everything in one batch; where something is refused, table by table, so that one does not take the others along.</summary>
    private async Task SetUpAsync(Func<RowTable, IReadOnlyList<string>> statements)
    {
        _unready.Clear();
        if (await session.ExecuteAsync([.. plan.Relations.SelectMany(statements)], cancellationToken).ConfigureAwait(false) is null)
        {
            return;
        }

        await DropAsync([]).ConfigureAwait(false);
        foreach (var relation in plan.Relations)
        {
            if (await session.ExecuteAsync([.. statements(relation)], cancellationToken).ConfigureAwait(false) is { } refusal)
            {
                _unready[relation.Left.Name] = refusal.Message;
            }
        }
    }

    /// <summary>Why a text cannot be run: a table that it refers to could not be made or filled.</summary>
    private string? Unready(string text) => _unready.Count == 0
        ? null
        : SqlIdentifiers.In(text, isLeft ? SqlDialect.Sqlite : SqlDialect.MySql).Select(name => _unready.GetValueOrDefault(name)).FirstOrDefault(reason => reason is not null);

    private async Task RunTriggersAsync()
    {
        await SetUpAsync(relation => session.CreateTable(Bare(relation[isLeft]))).ConfigureAwait(false);
        foreach (var trigger in plan.Triggers)
        {
            await RunTriggerAsync(trigger).ConfigureAwait(false);
        }
    }

    private async Task RunTriggerAsync(PlannedTrigger planned)
    {
        var trigger = isLeft ? planned.Pair.Triggers!.Value.Left : planned.Pair.Triggers!.Value.Right;
        var table = planned.Table;
        var text = SqlIdentifiers.In(trigger.Definition, isLeft ? SqlDialect.Sqlite : SqlDialect.MySql).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = plan.Relations.Where(relation => text.Contains(relation.Left.Name) && !Comparison.Names.Same(relation.Left.Name, table.Left.Name)).ToList();
        var isInsert = trigger.Event == "INSERT";
        string[] fill =
        [
            .. others.Append(table).Select(relation => $"DELETE FROM {session.Quote(relation[isLeft].Name)}"),
            .. (isInsert ? others : [.. others, table]).Where(HasRows).Select(relation => RowSql.Insert(session, relation[isLeft].Name, relation, isLeft, [.. relation.Rows.Take(Joined)])),
            session.CreateTrigger(trigger),
        ];
        if (await session.ExecuteAsync(fill, cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            outcome.Obstacles[planned.Pair] = refusal.Message;
            return;
        }

        var steps = new List<TriggerStep>();
        foreach (var (sql, description) in Statements(table, trigger.Event))
        {
            steps.Add(new TriggerStep(description, await session.ExecuteAsync([sql], cancellationToken).ConfigureAwait(false)));
        }

        var contents = new List<TableContent>();
        foreach (var relation in others.Append(table))
        {
            // Numbers that a server hands out have gaps of its own, and tell which row came first.
            var handedOut = ReferenceEquals(relation, table) ? [] : relation.Left.Columns.Concat(relation.Right.Columns).Where(column => column.IsIdentity).Select(column => column.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            var columns = string.Join(", ", relation.Left.Columns.Where(column => !handedOut.Contains(column.Name, StringComparer.OrdinalIgnoreCase)).Select(column => session.Quote(column.Name)));
            var order = handedOut.Count == 0 ? string.Empty : $" ORDER BY {session.Quote(handedOut[0])}";
            contents.Add(new TableContent(
                relation.Left.Name, await session.QueryAsync($"SELECT {columns} FROM {session.Quote(relation[isLeft].Name)}{order}", cancellationToken).ConfigureAwait(false), handedOut.Count > 0));
        }

        outcome.Triggers[planned.Pair] = (steps, contents);
        await session.ExecuteAsync([$"DROP TRIGGER {session.Quote(trigger.Name)}"], cancellationToken).ConfigureAwait(false);
    }

    private IEnumerable<(string Sql, string Description)> Statements(RowTable table, string @event)
    {
        var name = session.Quote(table[isLeft].Name);
        if (@event == "INSERT")
        {
            foreach (var row in table.Rows.Take(Joined))
            {
                yield return (RowSql.Insert(session, table[isLeft].Name, table, isLeft, [row]), $"INSERT of {Describe(table.Columns, row)}");
            }

            yield break;
        }

        if (@event == "DELETE")
        {
            foreach (var row in table.Rows.Take(Touched * 2))
            {
                yield return ($"DELETE FROM {name} WHERE {Key(table, row)}", $"DELETE of {Describe(table.Columns, row)}");
            }

            yield break;
        }

        for (var at = 0; at < table.Columns.Count; at++)
        {
            var column = table.Columns[at];
            if (KeyColumns(table).Contains(column.Name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            // Other values, and where NULL is allowed the way to it and back, and a value that stays as it is.
            IEnumerable<(int Row, LogicalValue Value)> updates = Enumerable.Range(0, Math.Min(Touched, table.Rows.Count)).Select(number => (number, table.Rows[(number + 7) % table.Rows.Count][at]));
            var known = table.Rows.Select(row => row[at]).FirstOrDefault(value => value.Value is not null) ?? LogicalValue.Null;
            foreach (var (number, value) in updates.Concat(column.IsNullable && table.Rows.Count > 0 ? [(0, LogicalValue.Null), (0, LogicalValue.Null), (0, known), (0, known)] : []))
            {
                yield return (
                    $"UPDATE {name} SET {session.Quote(column.Name)} = {RowSql.Literal(session, column, RowSql.TypeOf(table[isLeft], column), value)} WHERE {Key(table, table.Rows[number])}",
                    $"UPDATE to {column.Name} = {value} of {Describe(table.Columns, table.Rows[number])}");
            }
        }
    }

    internal static string Describe(IReadOnlyList<LogicalColumn> columns, IReadOnlyList<LogicalValue> row) => string.Join(", ", columns.Select((column, at) => $"{column.Name} = {row[at]}"));

    private string Key(RowTable table, IReadOnlyList<LogicalValue> row)
    {
        var columns = table.Columns.ToList();
        var conditions = KeyColumns(table).Select(key => columns.FindIndex(column => Comparison.Names.Same(column.Name, key))).Where(at => at >= 0)
            .Select(at => $"{session.Quote(columns[at].Name)} = {RowSql.Literal(session, columns[at], RowSql.TypeOf(table[isLeft], columns[at]), row[at])}");
        return string.Join(" AND ", conditions.DefaultIfEmpty("1 = 1"));
    }

    private static IReadOnlyList<string> KeyColumns(RowTable table) => table.Left.PrimaryKey?.Columns ?? [];

    private async Task DropAsync(IEnumerable<View> views) =>
        await session.ExecuteAsync(
            [
                .. views.Reverse().Select(view => $"DROP VIEW IF EXISTS {session.Quote(view.Name)}"),
                .. plan.Relations.Select(relation => $"DROP TABLE IF EXISTS {session.Quote(relation[isLeft].Name)}"),
            ],
            cancellationToken).ConfigureAwait(false);

    private View Of(PlannedView view) => isLeft ? view.Left : view.Right;

    private static bool HasRows(RowTable table) => table.Rows.Count > 0 && table.Columns.Count > 0;

    /// <summary>The table with its columns, defaults and key, and without what refuses rows for reasons of its own.</summary>
    private Table Bare(Table table) => new()
    {
        Name = table.Name,
        Columns =
        [
            .. table.Columns.Select(column => RowSql.Neutral(
                session,
                column with { Comment = null, IsIdentity = column.IsIdentity && Comparison.Names.Same(table.PrimaryKey?.Columns[0], column.Name) },
                isNeutral)),
        ],
        PrimaryKey = table.PrimaryKey is { } key ? key with { Name = null } : null,
    };

    private static Table WithoutKey(Table table) => table with { PrimaryKey = null, Columns = [.. table.Columns.Select(column => column with { IsIdentity = false })] };
}
