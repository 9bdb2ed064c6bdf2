using System.Text.RegularExpressions;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Determines the columns that a query orders by, as far as they are in the result.</summary>
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

/// <summary>
/// Searches for a piece of text: one provider completes the pattern before it sends it (<c>LIKE @p</c> with <c>%50\%%</c>), the other one in SQL
/// (<c>instr(x, @p)</c> with <c>50%</c>). Only the parameter of a LIKE is read as a pattern; in a value that is written every character counts.
/// </summary>
internal static partial class LikePatterns
{
    /// <summary>Whether both parameters look for the same text, at least one of them as a pattern.</summary>
    public static bool AreTheSame(RecordedCommand sqlite, RecordedCommand mySql, int parameter) =>
        sqlite.Parameters[parameter] is { } mine && mySql.Parameters[parameter] is { } its
        && (IsPattern(sqlite, parameter), IsPattern(mySql, parameter)) is var (left, right)
        && (left || right)
        && (left ? TextOf(mine) : mine) == (right ? TextOf(its) : its);

    private static bool IsPattern(RecordedCommand command, int parameter)
    {
        // The recorded values are in the order of the command's parameters, which both providers make in the order in which they use them.
        var names = Placeholder().Matches(command.Sql).Select(match => match.Value).Distinct(StringComparer.Ordinal).ToList();
        return names.Count == command.Parameters.Count
            && Regex.IsMatch(command.Sql, $@"\bLIKE\s+(?:CONCAT\s*\()?\s*{Regex.Escape(names[parameter])}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
            && !Regex.IsMatch(command.Sql, $@"(?<!\bLIKE)(?<![<>!])=\s*{Regex.Escape(names[parameter])}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>The text that a pattern of the providers looks for: without the wildcards around it and without escapes.</summary>
    private static string TextOf(string encoded)
    {
        var start = encoded.IndexOf(':', StringComparison.Ordinal) + 1;
        var pattern = encoded[start..];
        pattern = pattern.StartsWith('%') ? pattern[1..] : pattern;
        pattern = pattern.EndsWith('%') && !Escaped().IsMatch(pattern) ? pattern[..^1] : pattern;
        return encoded[..start] + Escape().Replace(pattern, "$1");
    }

    [GeneratedRegex(@"(?<![\w@'""`])@\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    // An odd number of backslashes before the last character.
    [GeneratedRegex(@"(?<!\\)\\(?:\\\\)*%$", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Escape();
}
