using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Compares what one <c>SaveChanges</c> wrote and got back, however each engine cut it into commands.</summary>
internal static class SaveComparer
{
    public static void Compare(TestScope scope, SaveEvent left, SaveEvent right)
    {
        scope.Count(1);
        if (left.Save.RowsAffected != right.Save.RowsAffected)
        {
            scope.Add(
                TestDifferenceKind.RowsAffected, left.Description, Count(left.Save.RowsAffected), Count(right.Save.RowsAffected), Symptoms.Of(left, right));
        }

        if (!left.Save.Entities.SequenceEqual(right.Save.Entities))
        {
            scope.Add(TestDifferenceKind.Written, left.Description, left.Description, right.Description, Symptoms.Of(left, right), "other entities");
            return;
        }

        PairGeneratedKeys(scope, left, right);
        CompareWritten(scope, left, right);
        CompareMade(scope, left, right);
    }

    /// <summary>The values that a save sends, in the order of its commands.</summary>
    public static IReadOnlyList<string?> Written(SaveEvent save) => [.. save.Commands.SelectMany(command => command.Parameters)];

    /// <summary>Whether two written values are the same, or represent each other.</summary>
    public static bool IsSameWritten(TestScope scope, TestEvent left, TestEvent right, int parameter, string? sqlite, string? mySql) =>
        sqlite == mySql
        || (sqlite is not null && mySql is not null
            && (scope.Pairs.IsReferencePair(sqlite, mySql)
                || scope.Pairs.PairWrittenGuid(sqlite, mySql)
                || ValueComparer.IsSameNumber(sqlite, mySql)
                || scope.Excuses(left, right, Volatility.Parameter(parameter), sqlite, mySql, isWritten: true)));

    /// <summary>
    /// The database's keys for the rows just inserted. Both providers send the rows in one order and read the keys back in it, so the n-th key
    /// of a table is that of the same row.
    /// </summary>
    private static void PairGeneratedKeys(TestScope scope, SaveEvent left, SaveEvent right)
    {
        var (mine, its) = (Generated(left, ColumnRole.GeneratedKey), Generated(right, ColumnRole.GeneratedKey));
        foreach (var (column, keys) in mine)
        {
            foreach (var (sqlite, mySql) in keys.Zip(its.GetValueOrDefault(column) ?? []))
            {
                if (sqlite is not null && mySql is not null)
                {
                    scope.Pairs.PairKey(column, sqlite, mySql);
                }
            }
        }
    }

    private static void CompareWritten(TestScope scope, SaveEvent left, SaveEvent right)
    {
        var (sqlite, mySql) = (Written(left), Written(right));
        if (sqlite.Count != mySql.Count)
        {
            return; // A provider writes a value that the other lets the database make; the rows show what came of it.
        }

        var different = Enumerable.Range(0, sqlite.Count).Where(i => !IsSameWritten(scope, left, right, i, sqlite[i], mySql[i])).ToList();
        scope.Count(sqlite.Count);
        if (different.Count > 0 && !IsPermuted(scope, left, right, sqlite, mySql, different))
        {
            var first = different[0];
            scope.Add(
                TestDifferenceKind.Written, left.Description, RowTexts.Value(sqlite[first]), RowTexts.Value(mySql[first]),
                Symptoms.Of(left, right) with { SqliteValue = sqlite[first], MySqlValue = mySql[first] },
                different.Count > 1 ? string.Create(CultureInfo.InvariantCulture, $"the first of {different.Count} values") : null);
        }
    }

    /// <summary>The rows of one save may go out in another order: EF Core sorts them by key values, which for generated ones differ.</summary>
    private static bool IsPermuted(TestScope scope, SaveEvent left, SaveEvent right, IReadOnlyList<string?> sqlite, IReadOnlyList<string?> mySql, List<int> different)
    {
        var remaining = different.Select(i => mySql[i]).ToList();
        foreach (var i in different)
        {
            var twin = remaining.FindIndex(candidate => IsSameWritten(scope, left, right, i, sqlite[i], candidate));
            if (twin < 0)
            {
                return false;
            }

            remaining.RemoveAt(twin);
        }

        return true;
    }

    /// <summary>What else the database made and EF Core read back: defaults, computed columns, row versions.</summary>
    private static void CompareMade(TestScope scope, SaveEvent left, SaveEvent right)
    {
        var (mine, its) = (Generated(left, ColumnRole.StoreGenerated), Generated(right, ColumnRole.StoreGenerated));
        foreach (var (column, values) in mine)
        {
            foreach (var (sqlite, mySql) in values.Zip(its.GetValueOrDefault(column) ?? []))
            {
                scope.Count(1);
                if (sqlite != mySql
                    && !(sqlite is not null && mySql is not null && ValueComparer.IsSameNumber(sqlite, mySql))
                    && !scope.Excuses(left, right, Volatility.Made(column), sqlite, mySql))
                {
                    scope.Add(
                        TestDifferenceKind.Values, $"{left.Description}, {column}", RowTexts.Value(sqlite), RowTexts.Value(mySql),
                        Symptoms.Of(left, right) with { SqliteValue = sqlite, MySqlValue = mySql });
                }
            }
        }
    }

    /// <summary>What the database made and the save read back, by column.</summary>
    public static Dictionary<string, List<string?>> Generated(SaveEvent save, ColumnRole role)
    {
        var values = new Dictionary<string, List<string?>>(StringComparer.Ordinal);
        foreach (var result in save.Commands.SelectMany(command => command.Results))
        {
            for (var column = 0; column < result.Columns.Count; column++)
            {
                if (result.Columns[column] is { Origin: { } origin } shown && shown.Role == role)
                {
                    if (!values.TryGetValue(origin, out var list))
                    {
                        values.Add(origin, list = []);
                    }

                    list.AddRange(result.Rows.Where(row => column < row.Count).Select(row => row[column]));
                }
            }
        }

        return values;
    }

    private static string Count(int? rows) => rows is { } count ? string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}") : "not known";
}
