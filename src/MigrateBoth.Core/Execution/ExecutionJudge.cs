using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Execution;

/// <summary>Compares the results of two engines for a plan. Pure.</summary>
public static class ExecutionJudge
{
    /// <summary>Functions that only know the letters of ASCII on one engine: rows with others are left out, for level 5 to show.</summary>
    private static readonly string[] FoldingFunctions = ["lower", "upper", "lcase", "ucase"];

    /// <summary>One verdict for each pair of the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="left">What SQLite made of it.</param>
    /// <param name="right">What MySQL made of it.</param>
    public static IReadOnlyList<ExpressionVerdict> Judge(ExecutionPlan plan, ExecutionOutcome left, ExecutionOutcome right)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return
        [
            .. plan.Obstacles,
            .. plan.Tables.SelectMany(table => table.Expressions.Select(pair => Unless(pair, left, right, () => Values(table, pair, left, right)))),
            .. plan.Tables.SelectMany(table => table.Defaults.Select(pair => Unless(pair, left, right, () => Default(pair, left, right)))),
            .. plan.Groups.SelectMany(group => group.Views).Select(view => view.Pair).OfType<ExpressionPair>().Select(pair => Unless(pair, left, right, () => View(pair, left, right))),
            .. plan.Groups.SelectMany(group => group.Triggers).Select(trigger => Unless(trigger.Pair, left, right, () => Trigger(trigger, left, right))),
        ];
    }

    /// <summary>Whether a pair changes the case of letters, which SQLite can with those of ASCII only.</summary>
    internal static bool FoldsLetters(ExpressionPair pair) => Uses(pair, FoldingFunctions);

    /// <summary>The rows by which a pair differs, so that a second run can tell whether it is the same ones; empty for what has no numbered rows.</summary>
    internal static IReadOnlySet<int> DifferingRows(RowTable table, ExpressionPair pair, ExecutionOutcome left, ExecutionOutcome right) =>
        Compared(table, pair, left, right).Where(row => !row.IsSame).Select(row => row.Number).ToHashSet();

    /// <summary>Whether a pair gave nothing, or one and the same value for all rows.</summary>
    internal static bool IsConstant(ExpressionPair pair, ExecutionOutcome outcome) =>
        outcome.Values.TryGetValue(pair, out var values) ? values.Values.Where(value => value.Refusal is null).Select(value => SameValue.SortKey(value.Value)).Distinct().Count() < 2
        : outcome.Views.TryGetValue(pair, out var views) ? views.All(view => view.Rows.Count == 0)
        : outcome.Triggers.TryGetValue(pair, out var trigger) && trigger.Steps.All(step => step.Refusal is not null);

    /// <summary>What two engines made of one row, for display.</summary>
    internal static string Describe(RowTable table, ExpressionPair pair, int row, ExecutionOutcome left, ExecutionOutcome right)
    {
        var mentioned = ExecutionPlanner.Mentioned(pair, table.Left);
        var values = table.Columns.Select((column, at) => (column, value: table.Rows[row][at])).Where(item => mentioned.Contains(item.column.Name)).ToList();
        var where = values.Count == 0 ? string.Empty : $"for {string.Join(", ", values.Select(item => $"{item.column.Name} = {item.value}"))} ";
        return $"{where}{Sides(left.Values[pair][row], right.Values[pair][row], pair.Use)}";
    }

    private static ExpressionVerdict Unless(ExpressionPair pair, ExecutionOutcome left, ExecutionOutcome right, Func<ExpressionVerdict> judge) =>
        left.Obstacles.TryGetValue(pair, out var onLeft) ? new ExpressionVerdict(pair, null, $"SQLite: {onLeft}")
        : right.Obstacles.TryGetValue(pair, out var onRight) ? new ExpressionVerdict(pair, null, $"MySQL: {onRight}")
        : judge();

    private static ExpressionVerdict Values(RowTable table, ExpressionPair pair, ExecutionOutcome left, ExecutionOutcome right)
    {
        var rows = Compared(table, pair, left, right).ToList();
        return rows.Count == 0 ? new ExpressionVerdict(pair, null, "no row could be stored on both engines")
            : !rows.Exists(row => row.IsAnswered) && rows.TrueForAll(row => row.IsSame) ? new ExpressionVerdict(pair, null, "both engines refuse every row that was tried")
            : rows.Exists(row => !row.IsSame) && rows.Find(row => !row.IsSame).Number is var number ? new ExpressionVerdict(pair, Describe(table, pair, number, left, right), null)
            : new ExpressionVerdict(pair, null, null);
    }

    /// <summary>Each row that both engines were asked: whether they said the same, and whether either of them gave a value.</summary>
    private static IEnumerable<(int Number, bool IsSame, bool IsAnswered)> Compared(RowTable table, ExpressionPair pair, ExecutionOutcome left, ExecutionOutcome right)
    {
        var (onLeft, onRight) = (left.Values.GetValueOrDefault(pair) ?? [], right.Values.GetValueOrDefault(pair) ?? []);
        var isAscii = FoldsLetters(pair);
        var clock = Clocks.ToleranceOf(pair);
        var mentioned = ExecutionPlanner.Mentioned(pair, table.Left);
        for (var number = 0; number < table.Rows.Count; number++)
        {
            if (onLeft.TryGetValue(number, out var l) && onRight.TryGetValue(number, out var r)
                && !IsBeyond(table, pair, mentioned, number, l, r)
                && !(isAscii && HasOtherLetters(table, mentioned, number)))
            {
                yield return (number, (RefusesRow(l, pair.Use) && RefusesRow(r, pair.Use)) || Same(l, r, clock), l.Refusal is null || r.Refusal is null);
            }
        }
    }

    /// <summary>
    /// Whether a value does not fit the column that it is for: how wide that is, is compared elsewhere. A refusal counts where the other engine's value would
    /// have fitted, and nothing in the row was at the edge of its type.
    /// </summary>
    private static bool IsBeyond(RowTable table, ExpressionPair pair, HashSet<string> mentioned, int number, Outcome left, Outcome right) =>
        (left.Refusal?.IsLimit == true || right.Refusal?.IsLimit == true)
        && !(right.Refusal?.IsLimit == true && left.Refusal is null && pair.Use == ExpressionUse.Generated
            && !table.Rows[number].Where((value, at) => value.IsExtreme && mentioned.Contains(table.Columns[at].Name)).Any()
            && table.Right.Columns.FirstOrDefault(column => column.Name == pair.Column) is { } column && FitsWhole(column.Type, left.Value));

    private static bool FitsWhole(StoreType type, object? value) => value is long whole && type.Name switch
    {
        "bigint" => !type.IsUnsigned || whole >= 0,
        "int" => type.IsUnsigned ? whole is >= 0 and <= uint.MaxValue : whole is >= int.MinValue and <= int.MaxValue,
        _ => false,
    };

    private static bool HasOtherLetters(RowTable table, HashSet<string> mentioned, int number) =>
        table.Rows[number].Where((value, at) => value.Value is string text && !text.All(char.IsAscii) && mentioned.Contains(table.Columns[at].Name)).Any();

    private static bool Same(Outcome left, Outcome right, TimeSpan clock) =>
        left.Refusal is null && right.Refusal is null ? SameValue.Test(left.Value, right.Value, clock) : left.Refusal is not null && right.Refusal is not null;

    /// <summary>Whether a check keeps a row out: one engine says that it is false where the other ends with an error, and neither stores the row.</summary>
    private static bool RefusesRow(Outcome outcome, ExpressionUse use) =>
        use == ExpressionUse.Check && (outcome.Refusal is not null || SameValue.Test(outcome.Value, 0L, clock: TimeSpan.Zero));

    private static ExpressionVerdict Default(ExpressionPair pair, ExecutionOutcome left, ExecutionOutcome right)
    {
        var (l, r) = (left.Values.GetValueOrDefault(pair)?.GetValueOrDefault(0) ?? default, right.Values.GetValueOrDefault(pair)?.GetValueOrDefault(0) ?? default);
        return (l.Refusal ?? r.Refusal) is { } refusal ? new ExpressionVerdict(pair, null, refusal.Message)
            : Same(l, r, Clocks.ToleranceOf(pair)) || (l.Value is long signed and < 0 && r.Value is ulong unsigned && unchecked((ulong)signed) == unsigned) ? new ExpressionVerdict(pair, null, null)
            : new ExpressionVerdict(pair, Sides(l, r, pair.Use), null);
    }

    private static ExpressionVerdict View(ExpressionPair pair, ExecutionOutcome left, ExecutionOutcome right)
    {
        var clock = Clocks.ToleranceOf(pair);
        // What is too much to be read on both engines is compared over the fewer rows of another filling.
        var results = left.Views[pair].Zip(right.Views[pair]).ToList();
        var readable = results.FindAll(both => !ReferenceEquals(both.First, QueryResult.TooMany) || !ReferenceEquals(both.Second, QueryResult.TooMany));
        var verdicts = (readable.Exists(both => both.First.Rows.Count > 0) ? readable : results).ConvertAll(both => View(pair, both.First, both.Second, clock));
        return verdicts.Find(verdict => verdict.Difference is not null) ?? verdicts.Find(verdict => verdict.Obstacle is not null) ?? verdicts[0];
    }

    private static ExpressionVerdict View(ExpressionPair pair, QueryResult l, QueryResult r, TimeSpan clock) =>
        l.Refusal is not null && r.Refusal is not null ? new ExpressionVerdict(pair, null, $"neither engine runs it: {l.Refusal.Message}")
        : (l.Refusal ?? r.Refusal) is { } refusal ? new ExpressionVerdict(pair, $"{(l.Refusal is null ? "MySQL" : "SQLite")} refuses to run it: {refusal.Message}", null)
        : new ExpressionVerdict(pair, Contents(l, r, clock), null);

    private static ExpressionVerdict Trigger(PlannedTrigger trigger, ExecutionOutcome left, ExecutionOutcome right)
    {
        var (l, r) = (left.Triggers[trigger.Pair], right.Triggers[trigger.Pair]);
        foreach (var (onLeft, onRight) in l.Steps.Zip(r.Steps))
        {
            if ((onLeft.Refusal is null) != (onRight.Refusal is null))
            {
                var refused = (onLeft.Refusal ?? onRight.Refusal)!;
                if (refused.IsLimit)
                {
                    return new ExpressionVerdict(trigger.Pair, null, $"a value does not fit on one engine ({onLeft.Text})");
                }

                return new ExpressionVerdict(trigger.Pair, $"the {onLeft.Text} is refused by {(onLeft.Refusal is null ? "MySQL" : "SQLite")} only: {refused.Message}", null);
            }
        }

        var clock = Clocks.ToleranceOf(trigger.Pair);
        foreach (var (onLeft, onRight) in l.Tables.Zip(r.Tables))
        {
            if (Contents(onLeft.Rows, onRight.Rows, clock, onLeft.IsOrdered) is { } difference)
            {
                return new ExpressionVerdict(trigger.Pair, $"after {l.Steps.Count} statements {onLeft.Table} differs: {difference}", null);
            }
        }

        return new ExpressionVerdict(trigger.Pair, null, null);
    }

    /// <summary>The first rows that differ, in any order unless it is reported; null when there are none.</summary>
    private static string? Contents(QueryResult left, QueryResult right, TimeSpan clock, bool isOrdered = false)
    {
        if (left.Rows.Count != right.Rows.Count)
        {
            var (more, fewer) = left.Rows.Count > right.Rows.Count ? (left, right) : (right, left);
            var known = fewer.Rows.Select(row => SortKey(row, clock)).ToHashSet(StringComparer.Ordinal);
            var extra = Sorted(more, clock).FirstOrDefault(row => !known.Contains(SortKey(row, clock))) ?? more.Rows[0];
            return $"SQLite has {left.Rows.Count} rows and MySQL {right.Rows.Count}, such as {Show(extra)} on {(ReferenceEquals(more, left) ? "SQLite" : "MySQL")} only";
        }

        foreach (var (l, r) in isOrdered ? left.Rows.Zip(right.Rows) : Sorted(left, clock).Zip(Sorted(right, clock)))
        {
            if (!SameRow(l, r, clock))
            {
                return $"SQLite has {Show(l)}, MySQL {Show(r)}";
            }
        }

        return null;
    }

    private static bool SameRow(IReadOnlyList<object?> left, IReadOnlyList<object?> right, TimeSpan clock) =>
        left.Count == right.Count && left.Zip(right).All(pair => SameValue.Test(pair.First, pair.Second, clock));

    private static List<IReadOnlyList<object?>> Sorted(QueryResult result, TimeSpan clock) =>
        [.. result.Rows.OrderBy(row => SortKey(row, clock), StringComparer.Ordinal).ThenBy(row => string.Join('\u0001', row.Select(SameValue.Show)), StringComparer.Ordinal)];

    private static string SortKey(IReadOnlyList<object?> row, TimeSpan clock) =>
        string.Join('\u0001', row.Select(value => clock > TimeSpan.Zero && value is DateTime ? "2" : SameValue.SortKey(value)));

    private static string Show(IReadOnlyList<object?> row) => $"({string.Join(", ", row.Select(SameValue.Show))})";

    private static string Sides(Outcome left, Outcome right, ExpressionUse use) => $"SQLite {Side(left, use)}, MySQL {Side(right, use)}";

    private static string Side(Outcome outcome, ExpressionUse use) => outcome.Refusal is { } refusal ? $"refuses it ({refusal.Message})"
        : use == ExpressionUse.Check ? RefusesRow(outcome, use) ? "refuses the row" : "accepts the row"
        : $"gives {SameValue.Show(outcome.Value)}";

    private static bool Uses(ExpressionPair pair, string[] functions) =>
        SqlIdentifiers.In(pair.Left, SqlDialect.Sqlite).Concat(SqlIdentifiers.In(pair.Right, SqlDialect.MySql)).Any(word => functions.Contains(word, StringComparer.OrdinalIgnoreCase));
}
