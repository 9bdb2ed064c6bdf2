using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Core.Testing.Recorded;

/// <summary>Compares what one test did on the two engines, event by event.</summary>
internal static class EventComparer
{
    /// <summary>Compares two recordings of one test.</summary>
    public static void Compare(TestScope scope, IReadOnlyList<TestEvent> sqlite, IReadOnlyList<TestEvent> mySql)
    {
        var missing = new List<AlignedEvents>();
        foreach (var pair in WithoutConsequence(scope, Alignment.Of(sqlite, mySql)))
        {
            scope.Count(1);
            if (pair is { Left: { } left, Right: { } right })
            {
                CompareEvents(scope, left, right);
                scope.Passed(right);
            }
            else
            {
                missing.Add(pair);
            }
        }

        ReportMissing(scope, missing.Where(pair => (pair.Left ?? pair.Right) is TransactionEvent).ToList(), TestDifferenceKind.Transactions);
        ReportMissing(scope, missing.Where(pair => (pair.Left ?? pair.Right) is not TransactionEvent).ToList(), TestDifferenceKind.Commands);
    }

    /// <summary>
    /// Where a test failed on one engine, that the other one went on is not a difference of its own. A query that was not translated is: it is why
    /// the test failed.
    /// </summary>
    private static IEnumerable<AlignedEvents> WithoutConsequence(TestScope scope, IReadOnlyList<AlignedEvents> pairs)
    {
        if (scope.Failed is not { } failed || scope.Untranslated.Contains(failed))
        {
            return pairs;
        }

        var last = pairs.ToList().FindLastIndex(pair => (failed == Engine.Sqlite ? pair.Left : pair.Right) is not null);
        return pairs.Take(last + 1);
    }

    private static void CompareEvents(TestScope scope, TestEvent left, TestEvent right)
    {
        if (left.Failure?.Class != right.Failure?.Class)
        {
            scope.Add(
                TestDifferenceKind.Failure,
                left.Description,
                Text(left.Failure),
                Text(right.Failure),
                Symptoms.Of(left, right) with { SqliteFailure = left.Failure, MySqlFailure = right.Failure },
                engine: left.Failure is null ? Engine.MySql : right.Failure is null ? Engine.Sqlite : null);
            return;
        }

        if (left.Failure is not null)
        {
            return; // Both refused for the same reason; what each did before it noticed is its own affair.
        }

        switch (left, right)
        {
            case (CommandEvent one, CommandEvent other):
                CommandComparer.Compare(scope, one, other);
                break;
            case (SaveEvent one, SaveEvent other):
                SaveComparer.Compare(scope, one, other);
                break;
        }
    }

    /// <summary>One finding for all that one side lacks: a query in a loop would else be a hundred.</summary>
    private static void ReportMissing(TestScope scope, List<AlignedEvents> missing, TestDifferenceKind kind)
    {
        if (missing.Count == 0)
        {
            return;
        }

        var (onlySqlite, onlyMySql) = (missing.Select(pair => pair.Left).OfType<TestEvent>().ToList(), missing.Select(pair => pair.Right).OfType<TestEvent>().ToList());
        var symptom = Symptoms.Of(onlySqlite.FirstOrDefault(), onlyMySql.FirstOrDefault()) with
        {
            SqliteFailure = onlySqlite.Select(only => only.Failure).FirstOrDefault(failure => failure is not null),
            MySqlFailure = onlyMySql.Select(only => only.Failure).FirstOrDefault(failure => failure is not null),
        };
        scope.Add(kind, null, Text(onlySqlite), Text(onlyMySql), symptom);
    }

    private static string? Text(List<TestEvent> only) => only.Count switch
    {
        0 => null,
        1 => only[0].Description,
        _ => $"{only.Count} more, the first of them {only[0].Description}",
    };

    private static string Text(RecordedFailure? failure) => failure is null
        ? "succeeds"
        : $"{failure.Class}{(failure.Code is null ? string.Empty : $" ({failure.Code})")}: {ValueTexts.Shorten(failure.Message)}";
}
