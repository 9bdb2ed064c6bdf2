using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Whether two values mean the same on their engines.</summary>
internal static class ValueComparer
{
    /// <summary>Two cells of one column.</summary>
    public static bool AreSame(TestScope scope, TestEvent left, TestEvent right, int column, ColumnPairing pairing, string? sqlite, string? mySql) =>
        pairing.Role switch
        {
            _ when sqlite is null || mySql is null => sqlite == mySql,
            ColumnRole.GeneratedKey when !IsGuid(sqlite) => scope.Pairs.IsKeyPair(pairing.Origin, sqlite, mySql),
            ColumnRole.GeneratedReference when !IsGuid(sqlite) => scope.Pairs.IsReferencePair(sqlite, mySql),
            _ => sqlite == mySql || (IsGuid(sqlite) && scope.Pairs.IsGuidPair(sqlite, mySql)) || IsSameNumber(sqlite, mySql)
                || scope.Excuses(left, right, Volatility.Column(column), sqlite, mySql),
        };

    /// <summary>
    /// A number that one provider hands over as an integer or decimal and the other as a floating point number is the same number; the getter's
    /// type is the provider's choice where the query computes it.
    /// </summary>
    public static bool IsSameNumber(string sqlite, string mySql) =>
        (sqlite[0], mySql[0]) is ('n', 'f') or ('f', 'n') && sqlite[2..] == mySql[2..];

    private static bool IsGuid(string value) => value.StartsWith("g:", StringComparison.Ordinal);
}

/// <summary>Where a query includes a collection, EF Core reads the owner's columns in the first of its rows only.</summary>
internal static class ReadOnce
{
    /// <summary>Copies an owner's values to its later rows, so that rows can be compared regardless of their order.</summary>
    public static RecordedCommand Fill(RecordedCommand command)
    {
        if (!IsCollection(command))
        {
            return command;
        }

        var rows = new List<IReadOnlyList<string?>>();
        foreach (var row in command.Rows)
        {
            var above = rows.Count > 0 ? rows[^1] : null;
            rows.Add([.. row.Select((value, column) => value == RecordedValue.NotRead && above is not null && column < above.Count ? above[column] : value)]);
        }

        return command with { Rows = rows };
    }

    /// <summary>Whether the result holds an included collection.</summary>
    public static bool IsCollection(RecordedCommand command) => command.Rows.Any(row => row.Contains(RecordedValue.NotRead));
}

/// <summary>Begins the description of a difference from the two events it is about.</summary>
internal static class Symptoms
{
    public static Symptom Of(TestEvent? left, TestEvent? right) => new() { Kind = default, Sqlite = Command(left), MySql = Command(right) };

    /// <summary>Of a save, the command that failed or else the first.</summary>
    private static RecordedCommand? Command(TestEvent? one) => one switch
    {
        CommandEvent command => command.Command,
        SaveEvent save => save.Commands.FirstOrDefault(command => command.Failure is not null) ?? (save.Commands.Count > 0 ? save.Commands[0] : null),
        _ => null,
    };
}
