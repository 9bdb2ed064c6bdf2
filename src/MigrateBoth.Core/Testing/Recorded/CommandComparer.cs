using System.Globalization;
using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Compares what one command did on the two engines.</summary>
internal static class CommandComparer
{
    public static void Compare(TestScope scope, CommandEvent left, CommandEvent right)
    {
        var (sqlite, mySql) = (left.Command, right.Command);
        var symptom = Symptoms.Of(left, right);
        if (sqlite.Source is CommandSource.Bulk or CommandSource.RawCommand)
        {
            CompareWritten(scope, left, right);
        }

        if (sqlite.RowsAffected is { } mine && mySql.RowsAffected is { } its)
        {
            scope.Count(1);
            if (mine != its)
            {
                scope.Add(TestDifferenceKind.RowsAffected, left.Description, Rows(mine), Rows(its), symptom);
            }
        }

        if (sqlite.Kind == CommandKind.Scalar || mySql.Kind == CommandKind.Scalar)
        {
            CompareScalar(scope, left, right);
        }

        if (sqlite.Columns.Count != mySql.Columns.Count)
        {
            scope.Add(TestDifferenceKind.Rows, left.Description, Columns(sqlite), Columns(mySql), symptom, "other columns");
            return;
        }

        if (sqlite.Columns.Count > 0)
        {
            new RowsComparer(scope, left, right).Compare();
        }
    }

    private static void CompareScalar(TestScope scope, CommandEvent left, CommandEvent right)
    {
        scope.Count(1);
        var (sqlite, mySql) = (left.Command.Scalar, right.Command.Scalar);
        if (sqlite == mySql
            || (sqlite is not null && mySql is not null && ValueComparer.IsSameNumber(sqlite, mySql))
            || scope.Excuses(left, right, Volatility.Scalar, sqlite, mySql))
        {
            return;
        }

        scope.Add(
            TestDifferenceKind.Values, left.Description, RowTexts.Value(sqlite), RowTexts.Value(mySql), Symptoms.Of(left, right) with { SqliteValue = sqlite, MySqlValue = mySql });
    }

    private static void CompareWritten(TestScope scope, CommandEvent left, CommandEvent right)
    {
        var (sqlite, mySql) = (left.Command.Parameters, right.Command.Parameters);
        if (sqlite.Count != mySql.Count)
        {
            return; // The providers cut one statement into other parameters; what it did shows in the rows.
        }

        for (var i = 0; i < sqlite.Count; i++)
        {
            scope.Count(1);
            if (!SaveComparer.IsSameWritten(scope, left, right, i, sqlite[i], mySql[i]) && !LikePatterns.AreTheSame(left.Command, right.Command, i))
            {
                scope.Add(
                    TestDifferenceKind.Written, left.Description, RowTexts.Value(sqlite[i]), RowTexts.Value(mySql[i]),
                    Symptoms.Of(left, right) with { SqliteValue = sqlite[i], MySqlValue = mySql[i] });
            }
        }
    }

    private static string Rows(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}");

    private static string Columns(RecordedCommand command) => string.Join(", ", command.Columns.Select(column => column.Name));
}
