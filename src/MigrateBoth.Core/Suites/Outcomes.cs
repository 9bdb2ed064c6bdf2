using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Causes;

namespace MigrateBoth.Core.Suites;

/// <summary>Compares how each test ended on the two engines. What it read and wrote is another matter.</summary>
internal static class Outcomes
{
    /// <summary>The difference of one test's outcomes, or null when it ended the same way on both.</summary>
    /// <param name="id">The test.</param>
    /// <param name="sqlite">Its result on SQLite, or null when it did not run there.</param>
    /// <param name="mySql">Its result on MySQL, or null when it did not run there.</param>
    /// <param name="declared">The one engine that the test is declared for, or null.</param>
    /// <param name="wasEnded">Whether the recording of the other engine says that the test package ended the test at its first use of the database.</param>
    public static TestDifference? Compare(TestId id, TestResult? sqlite, TestResult? mySql, DeclaredEngine? declared, bool wasEnded)
    {
        declared ??= DeclaredEngine.FromSkip(sqlite) ?? DeclaredEngine.FromSkip(mySql);
        if (declared is not null && (wasEnded || Other(declared.Engine, sqlite, mySql) is null or { Outcome: TestOutcome.Skipped }))
        {
            return Own(declared.Engine, sqlite, mySql)?.Outcome switch
            {
                TestOutcome.Passed => Difference(TestDifferenceKind.Declared, declared.Engine, declared.Reason),
                // Excluded on one engine and missing on the other: it ran on neither.
                null => Difference(TestDifferenceKind.OneSided, declared.Engine, "declared for this engine"),
                TestOutcome.Skipped => Difference(TestDifferenceKind.Skipped, declared.Engine, "declared for this engine"),
                _ => Difference(TestDifferenceKind.Outcome, declared.Engine, "declared for this engine"),
            };
        }

        return (sqlite, mySql) switch
        {
            (null, _) => Difference(TestDifferenceKind.OneSided, Engine.Sqlite),
            (_, null) => Difference(TestDifferenceKind.OneSided, Engine.MySql),
            ({ Outcome: TestOutcome.Passed }, { Outcome: TestOutcome.Passed }) or ({ Outcome: TestOutcome.Skipped }, { Outcome: TestOutcome.Skipped }) => null,
            ({ Outcome: TestOutcome.Skipped }, _) => Difference(TestDifferenceKind.Skipped, Engine.Sqlite, OneLine(sqlite.Message)),
            (_, { Outcome: TestOutcome.Skipped }) => Difference(TestDifferenceKind.Skipped, Engine.MySql, OneLine(mySql.Message)),
            ({ Outcome: TestOutcome.Passed }, _) => Difference(TestDifferenceKind.Outcome, Engine.MySql),
            (_, { Outcome: TestOutcome.Passed }) => Difference(TestDifferenceKind.Outcome, Engine.Sqlite),
            _ => BothFail(sqlite, mySql),
        };

        TestDifference BothFail(TestResult left, TestResult right) =>
            Difference(FailureTexts.AreTheSame(left.Message, right.Message) ? TestDifferenceKind.FailsOnBoth : TestDifferenceKind.FailureCause, null);

        TestDifference Difference(TestDifferenceKind kind, Engine? engine, string? detail = null) => new()
        {
            Kind = kind,
            Test = id,
            Engine = engine,
            Sqlite = Text(sqlite),
            MySql = Text(mySql),
            Detail = detail,
            Cause = kind is TestDifferenceKind.Outcome or TestDifferenceKind.FailureCause
                ? CauseCatalog.Find(new Symptom { Kind = kind, SqliteMessage = sqlite?.Message, MySqlMessage = mySql?.Message })
                : null,
        };
    }

    private static TestResult? Own(Engine engine, TestResult? sqlite, TestResult? mySql) => engine == Engine.Sqlite ? sqlite : mySql;

    private static TestResult? Other(Engine engine, TestResult? sqlite, TestResult? mySql) => engine == Engine.Sqlite ? mySql : sqlite;

    private static string? Text(TestResult? result) => result switch
    {
        null => null,
        { Message: null } => result.Outcome.ToString().ToLowerInvariant(),
        _ => $"{result.Outcome.ToString().ToLowerInvariant()}: {OneLine(result.Message)}",
    };

    private static string? OneLine(string? text) =>
        text is null ? null : ValueTexts.Shorten(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
