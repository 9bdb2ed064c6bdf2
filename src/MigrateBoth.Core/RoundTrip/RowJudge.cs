using System.Globalization;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>Judges what a step did to rows. Pure.</summary>
public static class RowJudge
{
    // Both engines ran the step within this time; what each of them took for "now" lies no farther apart.
    private static readonly TimeSpan Now = TimeSpan.FromMinutes(10);

    /// <summary>Whether the rows of one engine are still there and hold what they held.</summary>
    public static IReadOnlyList<RoundTripFact> Kept(string migration, Engine engine, StepScope scope, Snapshot before, Snapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(scope);
        return [.. before.Tables.Where(table => table.Catalogs.ContainsKey(engine)).SelectMany(table => Kept(migration, engine, scope, table, before, after))];
    }

    /// <summary>Whether rows are what they were, column by column where both have it.</summary>
    public static IReadOnlyList<RoundTripFact> Same(RoundTripFactKind kind, string migration, Engine engine, Snapshot expected, Snapshot actual, Func<RowTable, RowColumn, Func<string?, string?, bool>?>? sameness = null)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(actual);
        var facts = new List<RoundTripFact>();
        foreach (var table in expected.Tables.Where(table => table.Catalogs.ContainsKey(engine)))
        {
            if (actual.Find(engine, table.Name) is not { } other)
            {
                continue; // The catalogs say so.
            }

            var columns = new List<SharedColumn>();
            foreach (var column in table.On(engine).Where(column => column.Kind != ValueKind.Unknown))
            {
                if ((sameness is null ? Sameness(column.Kind) : sameness(table, column)) is { } same)
                {
                    columns.Add(new SharedColumn(column.Name, column.Name, same));
                }
            }

            if (columns.Count == 0)
            {
                continue;
            }

            var differences = RowComparer.Compare(expected.Of(engine, table.Name), actual.Of(engine, other.Name), columns, table.Key);
            facts.AddRange(differences.Values.GroupBy(value => value.Column).Select(column => Changed(kind, migration, engine, new ObjectPath(table.Name, column.Key), [.. column])));
            if (differences.LeftOnly.Count + differences.RightOnly.Count > 0)
            {
                facts.Add(new RoundTripFact
                {
                    Kind = kind,
                    Migration = migration,
                    Engine = engine,
                    Object = new ObjectPath(table.Name),
                    ObjectKind = ObjectKind.Table,
                    Expected = First(differences.LeftOnly),
                    Actual = First(differences.RightOnly),
                    Detail = $"{differences.LeftOnly.Count} rows are missing and {differences.RightOnly.Count} rows are new",
                    Count = differences.LeftOnly.Count + differences.RightOnly.Count,
                });
            }
        }

        return facts;
    }

    /// <summary>
    /// Whether the rows are what they were before Up and Down. What Up dropped and Down made again is another column or table: what it held went with
    /// the first. So did NULL where Up required a value, and what Up's own statements wrote over, unless those of Down claim to bring it back.
    /// </summary>
    /// <param name="migration">The migration's id.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="up">What Up does.</param>
    /// <param name="down">What Down does, as if it were Up.</param>
    /// <param name="lost">Objects, as they are called after Up, whose values or rows are known not to be kept by it.</param>
    /// <param name="before">The rows before Up.</param>
    /// <param name="after">The rows after Up.</param>
    /// <param name="back">The rows after Down.</param>
    public static IReadOnlyList<RoundTripFact> BroughtBack(string migration, Engine engine, StepScope up, StepScope down, IReadOnlySet<ObjectPath> lost, Snapshot before, Snapshot after, Snapshot back)
    {
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(down);
        ArgumentNullException.ThrowIfNull(lost);
        ArgumentNullException.ThrowIfNull(after);
        return Same(RoundTripFactKind.DownChangesRows, migration, engine, before, back, (table, column) =>
        {
            var name = up.After(table.Name);
            if (lost.Contains(new ObjectPath(name)) || up.Drops(table.Name, column.Name) || after.Find(engine, name) is not { } then
                || then.On(engine).FirstOrDefault(other => string.Equals(other.Name, up.After(table.Name, column.Name), StringComparison.OrdinalIgnoreCase)) is not { } target
                || (lost.Contains(new ObjectPath(name, target.Name)) && !down.Writes(name, target.Name) && !down.Writes(table.Name, column.Name)))
            {
                return null;
            }

            var becameRequired = column.Catalogs[engine].IsNullable && !target.Catalogs[engine].IsNullable;
            var same = Sameness(column.Kind);

            // Down that empties what Up has filled claims nothing.
            var isEmptied = lost.Contains(new ObjectPath(name, target.Name));
            return (left, right) => (left is null && becameRequired) || (right is null && isEmptied) || same(left, right);
        });
    }

    /// <summary>How a column is compared after a second Up that did not start where the first one did; null where its values may have come from what was missing.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="up">What Up does.</param>
    /// <param name="before">The rows before Up.</param>
    /// <param name="missing">Tables and columns, as they are called before Up, that Down did not bring back.</param>
    /// <param name="table">The table after Up.</param>
    /// <param name="column">The column after Up.</param>
    public static Func<string?, string?, bool>? LeftAlone(Engine engine, StepScope up, Snapshot before, IReadOnlySet<ObjectPath> missing, RowTable table, RowColumn column)
    {
        ArgumentNullException.ThrowIfNull(up);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(missing);
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(column);
        var then = before.Tables.FirstOrDefault(other => other.Catalogs.ContainsKey(engine) && string.Equals(up.After(other.Name), table.Name, StringComparison.OrdinalIgnoreCase));
        var source = then?.On(engine).FirstOrDefault(other => string.Equals(up.After(then.Name, other.Name), column.Name, StringComparison.OrdinalIgnoreCase));
        return source is null || column.IsGenerated || missing.Contains(new ObjectPath(then!.Name)) || missing.Contains(new ObjectPath(then.Name, source.Name))
            || up.Drops(then.Name, source.Name) || up.Writes(then.Name, source.Name) || up.Writes(table.Name, column.Name)
            ? null
            : Sameness(column.Kind);
    }

    private static IEnumerable<RoundTripFact> Kept(string migration, Engine engine, StepScope scope, RowTable table, Snapshot before, Snapshot after)
    {
        var rows = before.Of(engine, table.Name);
        if (rows.Rows.Count == 0)
        {
            yield break;
        }

        var name = scope.After(table.Name);
        if (after.Find(engine, name) is not { } then)
        {
            if (!scope.Moves(table.Name, table.Name))
            {
                yield return Dropped(migration, engine, new ObjectPath(table.Name), ObjectKind.Table, rows.Rows.Count);
            }

            yield break;
        }

        var shared = new List<SharedColumn>();
        foreach (var column in table.On(engine).Where(column => !column.IsGenerated && column.Kind != ValueKind.Unknown))
        {
            var target = then.On(engine).FirstOrDefault(other => string.Equals(other.Name, scope.After(table.Name, column.Name), StringComparison.OrdinalIgnoreCase));
            if (target is null || scope.Drops(table.Name, column.Name))
            {
                if (!scope.Moves(table.Name, column.Name) && !scope.Moves(name, column.Name))
                {
                    yield return Dropped(migration, engine, new ObjectPath(table.Name, column.Name), ObjectKind.Column, rows.Rows.Count);
                }
            }
            else if (target.Kind != ValueKind.Unknown)
            {
                shared.Add(new SharedColumn(column.Name, target.Name, Keeps(column, target, engine)));
            }
        }

        var differences = RowComparer.Compare(rows, after.Of(engine, then.Name), shared, [.. table.Key.Where(key => shared.Exists(column => column.Left == key))]);
        foreach (var column in differences.Values.GroupBy(value => value.Column))
        {
            var writes = scope.Writes(table.Name, column.Key) || scope.Writes(name, scope.After(table.Name, column.Key));
            yield return Changed(RoundTripFactKind.ValuesNotKept, migration, engine, new ObjectPath(name, scope.After(table.Name, column.Key)), [.. column]) with
            {
                Weight = writes ? Severity.Info : null,
            };
        }

        if (differences.LeftOnly.Count > 0)
        {
            yield return new RoundTripFact
            {
                Kind = RoundTripFactKind.RowsLost,
                Migration = migration,
                Engine = engine,
                Object = new ObjectPath(name),
                ObjectKind = ObjectKind.Table,
                Expected = differences.LeftOnly[0],
                Actual = First(differences.RightOnly),
                Count = differences.LeftOnly.Count,
                Weight = scope.Deletes(table.Name) || scope.Deletes(name) ? Severity.Info : null,
            };
        }
    }

    private static RoundTripFact Dropped(string migration, Engine engine, ObjectPath path, ObjectKind kind, int count) => new()
    {
        Kind = RoundTripFactKind.ContentDropped,
        Migration = migration,
        Engine = engine,
        Object = path,
        ObjectKind = kind,
        Count = count,
    };

    private static RoundTripFact Changed(RoundTripFactKind kind, string migration, Engine engine, ObjectPath path, IReadOnlyList<ValueDifference> values) => new()
    {
        Kind = kind,
        Migration = migration,
        Engine = engine,
        Object = path,
        ObjectKind = ObjectKind.Column,
        Expected = ValueText.Show(values[0].Left),
        Actual = ValueText.Show(values[0].Right),
        Detail = $"{Word(values[0])} in the row {values[0].Row}",
        Count = values.Count,
    };

    private static string? First(IReadOnlyList<string> rows) => rows.Count == 0 ? null : rows[0];

    private static string Word(ValueDifference value) => value switch
    {
        { Left: null } => "filled",
        { Right: null or "" } => "lost",
        { Left: { } left, Right: { } right } when left.StartsWith(right, StringComparison.Ordinal) => "cut",
        { Left: { } left, Right: { } right } when string.Equals(left, right, StringComparison.OrdinalIgnoreCase) => "re-cased",
        { Left: { } left, Right: { } right } when double.TryParse(left, CultureInfo.InvariantCulture, out var l) && double.TryParse(right, CultureInfo.InvariantCulture, out var r) && Math.Abs(l - r) < 1 => "rounded",
        _ => "changed",
    };

    /// <summary>A column that becomes required has to be filled where it was NULL; both engines must do it alike, which is another question.</summary>
    private static Func<string?, string?, bool> Keeps(RowColumn before, RowColumn after, Engine engine)
    {
        var becomesRequired = before.Catalogs[engine].IsNullable && !after.Catalogs[engine].IsNullable;
        var isSameKind = before.Kind == after.Kind;
        return (left, right) => (left is null && becomesRequired) || (isSameKind ? left == right : ValueText.SameAcross(left, right));
    }

    internal static Func<string?, string?, bool> Sameness(ValueKind kind) => kind is ValueKind.DateTime or ValueKind.Instant
        ? (left, right) => left == right || (IsNow(left) && IsNow(right))
        : (left, right) => left == right;

    private static bool IsNow(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) && (DateTime.UtcNow - time).Duration() < Now;
}
