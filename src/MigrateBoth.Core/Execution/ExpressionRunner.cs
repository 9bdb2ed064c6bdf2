using System.Globalization;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Rows;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Execution;

/// <summary>
/// Runs the expressions over columns on one engine. All tables and rows go to the server in one batch, and each table's expressions in one statement;
/// only where something is refused, the server is asked which expression and which row it was.
/// </summary>
/// <remarks>
/// Values are made by INSERT ... SELECT into a column of the computed column's own type: as in the real table, what the type does to a value and what a
/// strict server refuses to store take part.
/// </remarks>
internal sealed class ExpressionRunner(IExecutionSession session, ExecutionPlan plan, bool isLeft, ExecutionOutcome outcome, CancellationToken cancellationToken)
{
    private const int RowsAtOnce = 100;
    private const string RowColumn = "mb_row";

    public async Task RunAsync()
    {
        var tables = plan.Tables.Select((table, number) => new Names(table, $"mb_{number}")).ToList();
        var isSetUp = await session.ExecuteAsync([.. tables.SelectMany(names => Setup(names).Concat(FillAll(names)))], cancellationToken).ConfigureAwait(false) is null;
        foreach (var names in tables)
        {
            if (isSetUp)
            {
                await EvaluateAllAsync(names).ConfigureAwait(false);
            }
            else
            {
                await RunAloneAsync(names with { Prefix = names.Prefix + "s" }).ConfigureAwait(false);
            }
        }
    }

    private async Task RunAloneAsync(Names names)
    {
        if (await session.ExecuteAsync([.. Setup(names)], cancellationToken).ConfigureAwait(false) is { } refusal)
        {
            await WithoutAsync(names, refusal).ConfigureAwait(false);
            return;
        }

        if (await session.ExecuteAsync([.. FillAll(names)], cancellationToken).ConfigureAwait(false) is not null)
        {
            await session.ExecuteAsync([$"DELETE FROM {names.Rows}"], cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < names.Table.Rows.Count; row++)
            {
                // A row that does not fit says nothing about expressions; the other engine's is left out too.
                await session.ExecuteAsync([Fill(names, row, 1)], cancellationToken).ConfigureAwait(false);
            }
        }

        await EvaluateAllAsync(names).ConfigureAwait(false);
    }

    private async Task EvaluateAllAsync(Names names)
    {
        var all = (From: 0, names.Table.Rows.Count);
        if (await session.ExecuteAsync([Evaluate(names, number: null, all)], cancellationToken).ConfigureAwait(false) is not null)
        {
            // Without transactions the rows before the refused one may be there.
            await session.ExecuteAsync([$"DELETE FROM {names.Results}"], cancellationToken).ConfigureAwait(false);
            for (var number = 0; number < names.Table.Expressions.Count; number++)
            {
                await EvaluateAsync(names, number, all).ConfigureAwait(false);
            }
        }

        await ReadAsync(names).ConfigureAwait(false);
    }

    /// <summary>One default or expression that a table cannot be made with must not take the others along.</summary>
    private async Task WithoutAsync(Names names, Refusal refusal)
    {
        var parts = names.Table.Expressions.Concat(names.Table.Defaults).ToList();
        if (parts.Count <= 1)
        {
            parts.ForEach(pair => outcome.Obstacles[pair] = refusal.Message);
            return;
        }

        foreach (var (pair, number) in parts.Select((pair, number) => (pair, number)))
        {
            var table = names.Table with { Expressions = [.. names.Table.Expressions.Where(one => ReferenceEquals(one, pair))], Defaults = [.. names.Table.Defaults.Where(one => ReferenceEquals(one, pair))] };
            await RunAloneAsync(new Names(table, $"{names.Prefix}_{number}")).ConfigureAwait(false);
        }
    }

    /// <summary>One expression for a stretch of rows; what is refused is halved until it is one row.</summary>
    private async Task EvaluateAsync(Names names, int number, (int From, int Count) rows)
    {
        if (await session.ExecuteAsync([Evaluate(names, number, rows)], cancellationToken).ConfigureAwait(false) is not { } refusal)
        {
            return;
        }

        if (rows.Count == 1)
        {
            Of(names.Table.Expressions[number])[rows.From] = new Outcome(null, refusal);
            return;
        }

        var half = rows.Count / 2;
        await EvaluateAsync(names, number, (rows.From, half)).ConfigureAwait(false);
        await EvaluateAsync(names, number, (rows.From + half, rows.Count - half)).ConfigureAwait(false);
    }

    private async Task ReadAsync(Names names)
    {
        var results = await session.QueryAsync($"SELECT * FROM {names.Results}", cancellationToken).ConfigureAwait(false);
        foreach (var row in results.Rows)
        {
            var only = Number(row[0]);
            for (var number = 0; number < names.Table.Expressions.Count; number++)
            {
                if (only < 0 || only == number)
                {
                    Of(names.Table.Expressions[number])[Number(row[1])] = new Outcome(row[number + 2]);
                }
            }
        }

        if (names.Table.Defaults.Count > 0)
        {
            var defaults = await session.QueryAsync($"SELECT * FROM {names.DefaultsTable}", cancellationToken).ConfigureAwait(false);
            for (var number = 0; number < names.Table.Defaults.Count; number++)
            {
                Of(names.Table.Defaults[number])[0] = defaults.Rows is [var row] ? new Outcome(row[number + 1]) : new Outcome(null, defaults.Refusal);
            }
        }
    }

    private static int Number(object? value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private Dictionary<int, Outcome> Of(ExpressionPair pair) =>
        outcome.Values.TryGetValue(pair, out var values) ? values : outcome.Values[pair] = [];

    private IEnumerable<string> Setup(Names names)
    {
        var table = names.Table[isLeft];
        var texts = names.Table.Expressions.Select(TextOf).ToList();
        var columns = table.Columns.Where(column => column.Generated is null
            ? names.Table.Columns.Any(known => Comparison.Names.Same(known.Name, column.Name))
            : names.Table.Expressions.Any(pair => pair.Column != column.Name && Expressions.SqlIdentifiers.In(TextOf(pair), Expressions.SqlDialect.Of(EngineOf(pair))).Contains(column.Name, StringComparer.OrdinalIgnoreCase)));
        foreach (var statement in session.CreateTable(new Table { Name = names.Rows, Columns = [Whole(RowColumn), .. columns.Select(Plain)] }))
        {
            yield return statement;
        }

        var results = names.Table.Expressions.Select((pair, number) => Result(table, pair) with { Name = $"v{number}" });
        foreach (var statement in session.CreateTable(new Table { Name = names.Results, Columns = [Whole("mb_expression"), Whole(RowColumn), .. results] }))
        {
            yield return statement;
        }

        if (names.Table.Defaults.Count == 0)
        {
            yield break;
        }

        var defaults = names.Table.Defaults.Select(pair => Neutral(ColumnOf(table, pair.Column!) with { IsNullable = true, IsIdentity = false, Comment = null }));
        foreach (var statement in session.CreateTable(new Table { Name = names.DefaultsTable, Columns = [Whole(RowColumn), .. defaults] }))
        {
            yield return statement;
        }

        yield return $"INSERT INTO {names.DefaultsTable} ({RowColumn}) VALUES (0)";
    }

    private IEnumerable<string> FillAll(Names names)
    {
        for (var row = 0; row < names.Table.Rows.Count; row += RowsAtOnce)
        {
            yield return Fill(names, row, RowsAtOnce);
        }
    }

    private string Fill(Names names, int from, int count) => RowSql.Insert(
        session,
        names.Rows,
        names.Table,
        isLeft,
        [.. names.Table.Rows.Skip(from).Take(count)],
        RowColumn,
        from);

    private string Evaluate(Names names, int? number, (int From, int Count) rows)
    {
        var expressions = names.Table.Expressions.Select((pair, at) => (pair, at)).Where(item => number is null || item.at == number).ToList();
        var columns = string.Concat(expressions.Select(item => $", v{item.at}"));
        var values = string.Concat(expressions.Select(item => $", {Value(item.pair)}"));
        return $"INSERT INTO {names.Results} (mb_expression, {RowColumn}{columns}) SELECT {number ?? -1}, {RowColumn}{values} FROM {names.Rows} AS {session.Quote(names.Table[isLeft].Name)}"
            + $" WHERE {RowColumn} BETWEEN {rows.From} AND {rows.From + rows.Count - 1}";
    }

    /// <summary>A check lets NULL through.</summary>
    private string Value(ExpressionPair pair) => pair.Use == ExpressionUse.Check ? $"CASE WHEN NOT ({TextOf(pair)}) THEN 0 ELSE 1 END" : $"({TextOf(pair)})";

    private string TextOf(ExpressionPair pair) => isLeft ? pair.Left : pair.Right;

    private Engine EngineOf(ExpressionPair pair) => isLeft ? pair.Tables!.LeftSchema.Engine : pair.Tables!.RightSchema.Engine;

    private static Column ColumnOf(Table table, string name) => table.Columns.First(column => Comparison.Names.Same(column.Name, name));

    private Column Whole(string name) => new() { Name = name, Ordinal = 0, Type = StoreTypeParser.Parse(session.WholeType), IsNullable = true };

    private Column Result(Table table, ExpressionPair pair) => pair.Use switch
    {
        ExpressionUse.Check => Whole("v"),
        ExpressionUse.Generated => Neutral(ColumnOf(table, pair.Column!) with { Generated = null, IsNullable = true, Comment = null }),
        _ => Whole("v") with { Type = StoreTypeParser.Parse(session.AnyType) },
    };

    private Column Plain(Column column) => Neutral(column with { Default = null, OnUpdate = null, IsNullable = true, IsIdentity = false, IsInvisible = false, Comment = null });

    private Column Neutral(Column column) => RowSql.Neutral(session, column, plan.IsNeutral);

    /// <summary>A table of the plan and what its parts are called in the scratch database.</summary>
    private sealed record Names(RowTable Table, string Prefix)
    {
        public string Rows => Prefix + "_rows";

        public string Results => Prefix + "_results";

        public string DefaultsTable => Prefix + "_defaults";
    }
}

/// <summary>The statements that rows need, on either engine.</summary>
internal static class RowSql
{
    public static string Insert(
        IExecutionSession session, string into, RowTable table, bool isLeft, IReadOnlyList<IReadOnlyList<LogicalValue>> rows, string? numbered = null, int first = 0)
    {
        var types = table.Columns.Select(column => TypeOf(table[isLeft], column)).ToList();
        var names = table.Columns.Select(column => session.Quote(column.Name));
        var values = rows.Select((row, number) => (IEnumerable<string>)
            [.. numbered is null ? Array.Empty<string>() : [(first + number).ToString(CultureInfo.InvariantCulture)], .. row.Select((value, at) => Literal(session, table.Columns[at], types[at], value))]);
        return $"INSERT INTO {session.Quote(into)} ({string.Join(", ", numbered is null ? names : names.Prepend(numbered))}) VALUES {string.Join(", ", values.Select(row => $"({string.Join(", ", row)})"))}";
    }

    public static string Literal(IExecutionSession session, LogicalColumn column, string type, LogicalValue value) =>
        session.Values.Literal(session.Values.Parameter(column, type, value));

    public static string TypeOf(Table table, LogicalColumn column) => table.Columns.First(candidate => Names.Same(candidate.Name, column.Name)).Type.Text;

    /// <summary>The column with the collation that tells every two texts apart, where that is requested and it has one.</summary>
    public static Column Neutral(IExecutionSession session, Column column, bool isNeutral) =>
        isNeutral && column.CharacterSet is not (null or "binary") ? column with { CharacterSet = "utf8mb4", Collation = session.ExactCollation }
        : isNeutral && column is { CharacterSet: null, Collation: not null } ? column with { Collation = session.ExactCollation }
        : column;
}
