namespace MigrateBoth.Core.RoundTrip;

/// <summary>A value that is not the same in two sets of rows.</summary>
/// <param name="Column">The column, as the left side calls it.</param>
/// <param name="Row">The row's key, for display.</param>
/// <param name="Left">The value on the left.</param>
/// <param name="Right">The value on the right.</param>
public sealed record ValueDifference(string Column, string Row, string? Left, string? Right);

/// <summary>What two sets of rows of one table differ in.</summary>
/// <param name="Values">Values that differ in rows that both have.</param>
/// <param name="LeftOnly">Rows that only the left has, for display.</param>
/// <param name="RightOnly">Rows that only the right has, for display.</param>
public sealed record RowDifferences(IReadOnlyList<ValueDifference> Values, IReadOnlyList<string> LeftOnly, IReadOnlyList<string> RightOnly);

/// <summary>A column that two sets of rows have in common.</summary>
/// <param name="Left">Its name on the left.</param>
/// <param name="Right">Its name on the right.</param>
/// <param name="Same">Whether two values are the same.</param>
public sealed record SharedColumn(string Left, string Right, Func<string?, string?, bool> Same);

/// <summary>Compares two sets of rows as values, in any order.</summary>
public static class RowComparer
{
    /// <summary>Compares two sets of rows; the order of the rows does not matter.</summary>
    /// <param name="left">The expected rows.</param>
    /// <param name="right">The actual rows.</param>
    /// <param name="columns">The columns that are compared.</param>
    /// <param name="key">The columns of the key as the left side calls them; empty where rows can only be distinguished by all of their values.</param>
    public static RowDifferences Compare(TableRows left, TableRows right, IReadOnlyList<SharedColumn> columns, IReadOnlyList<string> key)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(key);
        var places = columns.Select(column => (Column: column, Left: left.IndexOf(column.Left), Right: right.IndexOf(column.Right))).Where(place => place is { Left: >= 0, Right: >= 0 }).ToList();
        var rowsLeft = left.Rows.Select(row => places.ConvertAll(place => row[place.Left])).ToList();
        var rowsRight = right.Rows.Select(row => places.ConvertAll(place => row[place.Right])).ToList();
        var keyPlaces = key.Select(name => places.FindIndex(place => string.Equals(place.Column.Left, name, StringComparison.OrdinalIgnoreCase))).ToList();
        return keyPlaces.Count > 0 && !keyPlaces.Contains(-1)
            ? ByKey(rowsLeft, rowsRight, columns: [.. places.Select(place => place.Column)], keyPlaces)
            : ByValues(rowsLeft, rowsRight, [.. places.Select(place => place.Column)]);
    }

    private static RowDifferences ByKey(List<List<string?>> left, List<List<string?>> right, IReadOnlyList<SharedColumn> columns, List<int> key)
    {
        // Rows of equal keys come in the order of their values: MySQL's keys are not unique only where the schema is wrong already.
        var open = right.GroupBy(row => KeyOf(row, key), StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => new Queue<List<string?>>(rows), StringComparer.Ordinal);
        var values = new List<ValueDifference>();
        var leftOnly = new List<string>();
        foreach (var row in left)
        {
            if (open.TryGetValue(KeyOf(row, key), out var partners) && partners.TryDequeue(out var partner))
            {
                values.AddRange(Values(row, partner, columns, Show(row, columns, key)));
            }
            else
            {
                leftOnly.Add(Show(row, columns, key));
            }
        }

        return new RowDifferences(values, leftOnly, [.. open.Values.SelectMany(rows => rows).Select(row => Show(row, columns, key))]);
    }

    private static RowDifferences ByValues(List<List<string?>> left, List<List<string?>> right, IReadOnlyList<SharedColumn> columns)
    {
        var rest = right.ToList();
        var unmatched = new List<List<string?>>();
        foreach (var row in left)
        {
            var partner = rest.FindIndex(other => Values(row, other, columns, string.Empty).Count == 0);
            if (partner >= 0)
            {
                rest.RemoveAt(partner);
            }
            else
            {
                unmatched.Add(row);
            }
        }

        // What is left is paired by likeness: the row with the fewest other values is most likely what became of it.
        var (values, leftOnly) = (new List<ValueDifference>(), new List<string>());
        foreach (var row in unmatched)
        {
            var partner = rest.MinBy(other => Values(row, other, columns, string.Empty).Count);
            if (partner is null || Values(row, partner, columns, string.Empty).Count == columns.Count)
            {
                leftOnly.Add(Show(row, columns, [.. Enumerable.Range(0, columns.Count)]));
                continue;
            }

            rest.Remove(partner);
            values.AddRange(Values(row, partner, columns, Show(row, columns, [.. Enumerable.Range(0, columns.Count)])));
        }

        return new RowDifferences(values, leftOnly, [.. rest.Select(row => Show(row, columns, [.. Enumerable.Range(0, columns.Count)]))]);
    }

    private static List<ValueDifference> Values(List<string?> left, List<string?> right, IReadOnlyList<SharedColumn> columns, string row)
    {
        var values = new List<ValueDifference>();
        for (var index = 0; index < columns.Count; index++)
        {
            if (!columns[index].Same(left[index], right[index]))
            {
                values.Add(new ValueDifference(columns[index].Left, row, left[index], right[index]));
            }
        }

        return values;
    }

    private static string KeyOf(List<string?> row, List<int> key) => string.Join('\u0001', key.Select(place => row[place] ?? "\u0002"));

    private static string Show(List<string?> row, IReadOnlyList<SharedColumn> columns, IReadOnlyList<int> key) =>
        string.Join(", ", key.Take(3).Select(place => $"{columns[place].Left} = {ValueText.Show(row[place])}"));
}
