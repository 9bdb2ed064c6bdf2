using System.Text.RegularExpressions;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Looks at what a query orders by, as far as the result shows it.</summary>
internal static partial class OrderingColumns
{
    /// <summary>
    /// Whether the rows differ in order only where everything that is ordered by is equal: the order asked for leaves it open. Of a clock, two rows
    /// may be equal on one engine and a tick apart on the other.
    /// </summary>
    public static bool LeaveTies(RecordedCommand sqlite, RecordedCommand mySql, IReadOnlyList<ColumnPairing> columns, Func<int, bool> isVolatile)
    {
        if (Indexes(sqlite.OrderBy ?? mySql.OrderBy!, columns) is not { } indexes)
        {
            return false;
        }

        var clocks = indexes.Where(isVolatile).ToList();
        return sqlite.Rows.Zip(mySql.Rows).All(pair => indexes.Except(clocks).All(column => pair.First.ElementAtOrDefault(column) == pair.Second.ElementAtOrDefault(column)))
            && (clocks.Count == 0 || HasTies(sqlite) || HasTies(mySql));

        bool HasTies(RecordedCommand command) =>
            command.Rows.Select(row => string.Join('\u001f', indexes.Select(column => row.ElementAtOrDefault(column)))).GroupBy(key => key).Any(same => same.Count() > 1);
    }

    /// <summary>The result's columns that are ordered by; null when one of them is not among the columns or is an expression.</summary>
    private static List<int>? Indexes(string orderBy, IReadOnlyList<ColumnPairing> columns)
    {
        var indexes = new List<int>();
        foreach (var term in orderBy.Split(','))
        {
            var match = Term().Match(term);
            var index = match.Success ? columns.ToList().FindIndex(column => column.Name == match.Groups["name"].Value) : -1;
            if (index < 0)
            {
                return null;
            }

            indexes.Add(index);
        }

        return indexes;
    }

    [GeneratedRegex("""^\s*(ORDER BY\s+)?(["`\[]?\w+["`\]]?\.)?["`\[]?(?<name>\w+)["`\]]?(\s+(ASC|DESC))?\s*$""", RegexOptions.IgnoreCase)]
    private static partial Regex Term();
}
