using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Rows;

namespace MigrateBoth.Core.Execution;

/// <summary>Fires triggers on one engine by statements on tables that hold rows which join, and reads what they leave.</summary>
internal sealed class TriggerRunner(IExecutionSession session, RelationGroup plan, RelationTables tables, bool isLeft, ExecutionOutcome outcome, CancellationToken cancellationToken)
{
    /// <summary>How many rows are updated in each column, and how many deleted.</summary>
    private const int Touched = 6;

    public async Task RunAsync()
    {
        await tables.SetUpAsync(relation => session.CreateTable(tables.Bare(relation[isLeft]))).ConfigureAwait(false);
        foreach (var trigger in plan.Triggers)
        {
            await RunTriggerAsync(trigger).ConfigureAwait(false);
        }

        await tables.DropAsync([]).ConfigureAwait(false);
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
            .. (isInsert ? others : [.. others, table]).SelectMany(relation => tables.Insert(relation, [.. relation.Rows.Take(RelationTables.Joined)])),
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
            foreach (var row in table.Rows.Take(RelationTables.Joined))
            {
                yield return (RowSql.Insert(session, table[isLeft].Name, table, isLeft, [row]), $"INSERT of {Describe(table.Columns, row)}");
            }

            yield break;
        }

        if (@event == "DELETE")
        {
            // NULL in each column is among them: a condition may treat it as no other value.
            var unknown = Enumerable.Range(0, table.Columns.Count).Select(at => table.Rows.Take(RelationTables.Joined).FirstOrDefault(row => row[at].Value is null)).OfType<IReadOnlyList<LogicalValue>>();
            foreach (var row in table.Rows.Take(Touched * 2).Concat(unknown).Distinct())
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
}
