using System.Globalization;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Causes;

/// <summary>Questions that causes ask of a symptom.</summary>
internal static class SymptomFacts
{
    /// <summary>What raw SQL within a LINQ query looks like as an expression.</summary>
    private static readonly string[] RawInLinq = ["SqlQuery<", "FromSql"];

    /// <summary>The command that the engine did not get at all: it never left EF Core, or the application took another way.</summary>
    public static bool IsOnlyOnMySql(this Symptom s) => s is { Kind: TestDifferenceKind.Commands, IsFirst: true, Sqlite: null, MySql: not null };

    /// <summary>The same, the other way round.</summary>
    public static bool IsOnlyOnSqlite(this Symptom s) => s is { Kind: TestDifferenceKind.Commands, IsFirst: true, Sqlite: not null, MySql: null };

    /// <summary>Only MySQL refused, with one of these codes.</summary>
    public static bool MySqlRefuses(this Symptom s, params string[] codes) => s.SqliteFailure is null && s.MySqlFailure?.Code is { } code && codes.Contains(code);

    /// <summary>Only MySQL refused, for this class of reason.</summary>
    public static bool MySqlRefuses(this Symptom s, FailureClass kind) => s.SqliteFailure is null && s.MySqlFailure?.Class == kind;

    /// <summary>Only SQLite refused, for this class of reason.</summary>
    public static bool SqliteRefuses(this Symptom s, FailureClass kind) => s.MySqlFailure is null && s.SqliteFailure?.Class == kind;

    /// <summary>Another set of rows was found, counted or changed.</summary>
    public static bool IsAboutWhichRows(this Symptom s) =>
        s.Kind is TestDifferenceKind.Rows or TestDifferenceKind.RowsAffected
        || (s.Kind == TestDifferenceKind.Values && (s.BothAre('n') || s.BothAre('b') || s.SqliteValue is null || s.MySqlValue is null));

    /// <summary>Another value was read from the same row.</summary>
    public static bool IsAboutValues(this Symptom s) => s.Kind == TestDifferenceKind.Values;

    /// <summary>Whether the application wrote the SQL.</summary>
    public static bool IsRaw(this Symptom s) => (s.Sqlite ?? s.MySql) is { } command
        && (command.Source is CommandSource.RawQuery or CommandSource.RawCommand or CommandSource.Other || (command.Shape is { } shape && RawInLinq.Any(shape.Contains)));

    /// <summary>Whether SQLite's command matches.</summary>
    public static bool SqliteHas(this Symptom s, string pattern) => Has(s.Sqlite, pattern);

    /// <summary>Whether MySQL's command matches.</summary>
    public static bool MySqlHas(this Symptom s, string pattern) => Has(s.MySql, pattern);

    /// <summary>Whether both values are of a kind, by the letter that <see cref="RecordedValue"/> gives it.</summary>
    public static bool BothAre(this Symptom s, params char[] kinds) =>
        s.SqliteValue is { Length: > 1 } left && s.MySqlValue is { Length: > 1 } right && kinds.Contains(left[0]) && left[0] == right[0] && left[1] == right[1];

    /// <summary>Whether both values are of a kind with a two-letter prefix, such as <c>dt:</c>.</summary>
    public static bool BothAre(this Symptom s, string prefix) =>
        s.SqliteValue?.StartsWith(prefix, StringComparison.Ordinal) == true && s.MySqlValue?.StartsWith(prefix, StringComparison.Ordinal) == true;

    /// <summary>Whether both values are texts that satisfy the condition.</summary>
    public static bool AreTexts(this Symptom s, Func<string, string, bool> same) => s.BothAre("s:") && same(s.SqliteValue![2..], s.MySqlValue![2..]);

    /// <summary>Whether both values are numbers that satisfy the condition.</summary>
    public static bool AreNumbers(this Symptom s, Func<double, double, bool> related) =>
        s.SqliteValue is { } left && s.MySqlValue is { } right && left[0] is 'n' or 'f' && Number(s.SqliteValue) is { } one && Number(s.MySqlValue) is { } other && related(one, other);

    /// <summary>Any value that was read or is a parameter.</summary>
    public static bool AnyValue(this Symptom s, Func<string, bool> matches) => Values(s.Sqlite).Concat(Values(s.MySql)).Any(matches);

    /// <summary>Whether MySQL's query orders by, or takes the greatest or least of, values of a kind.</summary>
    /// <param name="s">The symptom.</param>
    /// <param name="prefix">The kind, as <see cref="RecordedValue"/> writes it.</param>
    public static bool MySqlOrders(this Symptom s, string prefix)
    {
        if (s.MySql is not { } command)
        {
            return false;
        }

        var ordered = Enumerable.Range(0, command.Columns.Count).Where(i => command.OrderBy?.Contains($"`{command.Columns[i].Name}`", StringComparison.Ordinal) == true).ToList();
        return ordered.Count > 0
            ? ordered.Exists(i => command.Rows.Any(row => row[i]?.StartsWith(prefix, StringComparison.Ordinal) == true))
            : s.AnyValue(value => value.StartsWith(prefix, StringComparison.Ordinal));
    }

    /// <summary>A text was compared, searched or grouped: as a parameter, as a constant in the SQL or as a value of the rows.</summary>
    public static bool InvolvesText(this Symptom s) =>
        s.AnyValue(value => value.StartsWith("s:", StringComparison.Ordinal)) || s.SqliteHas("'") || s.MySqlHas("'");

    private static IEnumerable<string> Values(RecordedCommand? command) => command is null
        ? []
        : command.Parameters.Concat(command.Rows.SelectMany(row => row)).Append(command.Scalar).OfType<string>();

    private static bool Has(RecordedCommand? command, string pattern) =>
        command is not null && Regex.IsMatch(command.Sql, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static double? Number(string encoded) =>
        double.TryParse(encoded[(encoded.IndexOf(':', StringComparison.Ordinal) + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
