using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.RoundTrip;

/// <summary>
/// Plans the rows of tables: the same values for both engines, with the values that hurt, and such that keys, unique indexes and foreign keys are
/// satisfied by construction. Checks are not understood here; what an engine refuses is tried again with <see cref="CheckCandidates"/>.
/// </summary>
public static class RowPlanner
{
    /// <summary>How many rows a table gets each time it is filled: least, greatest, NULL, an ordinary value twice, and its twin.</summary>
    public const int RowsPerTable = 6;

    /// <summary>The tables in groups, those that are referred to first; a group of several tables refers to itself in a cycle.</summary>
    public static IReadOnlyList<IReadOnlyList<RowTable>> InOrder(IReadOnlyList<RowTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var left = tables.ToList();
        var groups = new List<IReadOnlyList<RowTable>>();
        while (left.Count > 0)
        {
            var names = left.Select(table => table.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var ready = left.Where(table => !References(table).Any(key => names.Contains(key.PrincipalTable) && !Same(key.PrincipalTable, table.Name))).ToList();
            if (ready.Count == 0)
            {
                ready = Circle(left);
                groups.Add(ready);
            }
            else
            {
                groups.AddRange(ready.Select(table => (IReadOnlyList<RowTable>)[table]));
            }

            left.RemoveAll(ready.Contains);
        }

        return groups;
    }

    /// <summary>The rows of one table; null with the reason when it can have none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="time">How many times it was filled before: its rows are others each time.</param>
    /// <param name="known">The rows of the tables that it refers to, its own included as far as they are there.</param>
    /// <param name="literals">Values that statements of the next migration compare columns with.</param>
    public static (TableRows? Rows, string? Reason) Plan(
        RowTable table, int time, IReadOnlyDictionary<string, TableRows> known, IReadOnlyList<string> literals)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(known);
        var columns = table.Columns.Where(column => !column.IsGenerated).ToList();
        if (columns.FirstOrDefault(column => column.Kind == ValueKind.Unknown && !column.IsNullable) is { } unknown)
        {
            return (null, $"values of type '{unknown.Type.Text}' ({table.Name}.{unknown.Name}) cannot be made");
        }

        columns.RemoveAll(column => column.Kind == ValueKind.Unknown);
        var distinct = DistinctColumns(table, columns);
        var rows = Enumerable.Range(0, RowsPerTable).Select(_ => new string?[columns.Count]).ToList();
        for (var c = 0; c < columns.Count; c++)
        {
            for (var r = 0; r < rows.Count; r++)
            {
                rows[r][c] = distinct.Contains(columns[c].Name)
                    ? ColumnValues.Distinct(columns[c], (time * RowsPerTable) + r)
                    : Ordinary(columns[c], r, literals);
            }
        }

        foreach (var key in References(table))
        {
            if (Refer(table, key, columns, rows, known, distinct) is { } reason)
            {
                return (null, reason);
            }
        }

        // A column that can give no more distinct values leaves fewer rows.
        var whole = rows.Where(row => !columns.Where((column, c) => row[c] is null && (!column.IsNullable || table.Key.Contains(column.Name, StringComparer.OrdinalIgnoreCase))).Any()).ToList();
        return whole.Count == 0
            ? (null, "its key has no values left")
            : (new TableRows([.. columns.Select(column => column.Name)], whole), null);
    }

    /// <summary>The keys that the rows of a table will have, for tables that refer to each other in a cycle.</summary>
    /// <param name="table">The table.</param>
    /// <param name="time">As for <see cref="Plan"/>.</param>
    public static TableRows KeysOf(RowTable table, int time)
    {
        ArgumentNullException.ThrowIfNull(table);
        var columns = table.Columns.Where(column => !column.IsGenerated && column.Kind != ValueKind.Unknown).ToList();
        var distinct = DistinctColumns(table, columns);
        columns.RemoveAll(column => !distinct.Contains(column.Name));
        return new TableRows(
            [.. columns.Select(column => column.Name)],
            [.. Enumerable.Range(0, RowsPerTable).Select(row => columns.Select(column => ColumnValues.Distinct(column, (time * RowsPerTable) + row)).ToList())]);
    }

    /// <summary>The foreign keys of a table on either engine.</summary>
    public static IReadOnlyList<ForeignKey> References(RowTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return
        [
            .. table.Catalogs.Values.SelectMany(catalog => catalog.ForeignKeys)
                .DistinctBy(key => $"{string.Join(',', key.Columns)}->{key.PrincipalTable}({string.Join(',', key.PrincipalColumns)})".ToUpperInvariant()),
        ];
    }

    private static string? Ordinary(RowColumn column, int row, IReadOnlyList<string> literals)
    {
        var (low, high, usual, twin) = ColumnValues.Of(column);
        return row switch
        {
            0 => low,
            1 => high,
            2 => column.IsNullable ? null : low,
            3 when literals.FirstOrDefault(literal => CheckCandidates.Holds(column, literal)) is { } literal => literal,
            3 or 4 => usual,
            _ => twin,
        };
    }

    /// <summary>Each unique set of columns needs one column that differs from row to row.</summary>
    private static HashSet<string> DistinctColumns(RowTable table, List<RowColumn> columns)
    {
        var referring = References(table).SelectMany(key => key.Columns).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var distinct = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sets = table.Catalogs.Values.SelectMany(catalog => (IEnumerable<IReadOnlyList<string>>)
        [
            catalog.PrimaryKey?.Columns ?? [],
            .. catalog.UniqueConstraints.Select(unique => unique.Columns),
            .. catalog.Indexes.Where(index => index.IsUnique).Select(index => ColumnsOf(index, catalog)),
        ]).Where(set => set.Count > 0).ToList();
        foreach (var set in sets.OrderBy(set => set.Count))
        {
            var members = columns.Where(column => set.Contains(column.Name, StringComparer.OrdinalIgnoreCase)).ToList();
            if (members.Count == 0 || members.Exists(column => distinct.Contains(column.Name)))
            {
                continue;
            }

            distinct.Add(members.OrderBy(column => referring.Contains(column.Name)).ThenBy(column => column.Kind == ValueKind.Boolean)
                .ThenBy(column => column.IsNullable).First().Name);
        }

        return distinct;
    }

    /// <summary>What an index makes unique; a computed column is as unique as what it is computed from.</summary>
    private static IReadOnlyList<string> ColumnsOf(TableIndex index, Table table) =>
    [
        .. from part in index.Parts
           let expression = part.Expression ?? table.Columns.FirstOrDefault(column => Same(column.Name, part.Column ?? string.Empty))?.Generated?.Expression
           from name in expression is null ? [part.Column!] : CheckCandidates.Mentioned(expression, table.Columns.Select(column => column.Name))
           select name,
    ];

    /// <summary>Sets the columns of a foreign key to the values of an existing row; returns the reason when there is none.</summary>
    private static string? Refer(
        RowTable table, ForeignKey key, List<RowColumn> columns, List<string?[]> rows, IReadOnlyDictionary<string, TableRows> known, HashSet<string> distinct)
    {
        var places = key.Columns.Select(name => columns.FindIndex(column => Same(column.Name, name))).ToList();
        if (places.Contains(-1))
        {
            return null; // A generated column refers, with whatever the other columns make of it.
        }

        var isOwn = Same(key.PrincipalTable, table.Name);
        var isOptional = places.TrueForAll(place => columns[place].IsNullable);
        var principals = isOwn ? rows.ConvertAll(row => key.PrincipalColumns.Select(name => Value(row, columns, name)).ToList())
            : Principals(known.GetValueOrDefault(key.PrincipalTable.ToUpperInvariant()), key);
        if (principals.Count == 0 && !isOptional)
        {
            return $"it refers to {key.PrincipalTable}, which has no rows";
        }

        // Each row refers to another one where that must be so, or where several keys share a column and have to agree; else the first two are referred to.
        var isDistinct = key.Columns.Any(name => distinct.Contains(name) || table.Key.Contains(name, StringComparer.OrdinalIgnoreCase))
            || References(table).Any(other => other != key && other.Columns.Intersect(key.Columns, StringComparer.OrdinalIgnoreCase).Any());
        if (isDistinct && !isOwn && principals.Count < rows.Count)
        {
            rows.RemoveRange(Math.Max(1, principals.Count), rows.Count - Math.Max(1, principals.Count));
        }

        for (var r = 0; r < rows.Count; r++)
        {
            var isNone = principals.Count == 0 || (isOptional && (isOwn ? r == 0 : r == 2));
            var principal = isNone ? null : principals[isDistinct ? r % principals.Count : isOwn ? 0 : r % Math.Min(2, principals.Count)];
            for (var p = 0; p < places.Count; p++)
            {
                rows[r][places[p]] = principal?[p];
            }
        }

        return null;
    }

    private static string? Value(string?[] row, List<RowColumn> columns, string name) => columns.FindIndex(column => Same(column.Name, name)) is >= 0 and var place ? row[place] : null;

    /// <summary>The newest rows first: the oldest may be seeds, which a later migration takes away.</summary>
    private static List<List<string?>> Principals(TableRows? rows, ForeignKey key)
    {
        if (rows is null)
        {
            return [];
        }

        var places = key.PrincipalColumns.Select(rows.IndexOf).ToList();
        return places.Contains(-1)
            ? []
            : [.. rows.Rows.Reverse().Select(row => places.ConvertAll(place => row[place])).Where(values => !values.Exists(value => value is null || ValueText.IsForeign(value)))];
    }

    /// <summary>The tables that can be reached from each other, of those that nothing else is in the way of.</summary>
    private static List<RowTable> Circle(List<RowTable> left)
    {
        HashSet<string> Reached(RowTable from)
        {
            var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var open = new Queue<RowTable>([from]);
            while (open.TryDequeue(out var table))
            {
                foreach (var next in References(table).Select(key => left.Find(other => Same(other.Name, key.PrincipalTable))).OfType<RowTable>())
                {
                    if (reached.Add(next.Name))
                    {
                        open.Enqueue(next);
                    }
                }
            }

            return reached;
        }

        var reach = left.ToDictionary(table => table.Name, Reached, StringComparer.OrdinalIgnoreCase);
        var inCircle = left.Where(table => reach[table.Name].Contains(table.Name) && reach[table.Name].All(name => reach[name].Contains(table.Name))).ToList();
        return inCircle.Where(table => reach[inCircle[0].Name].Contains(table.Name)).ToList();
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
