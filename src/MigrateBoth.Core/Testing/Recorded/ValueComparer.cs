using MigrateBoth.Core.Recordings;

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
