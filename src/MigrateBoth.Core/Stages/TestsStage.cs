using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Sharding;

namespace MigrateBoth.Core.Stages;

/// <summary>Level 6: does the shared suite pass identically?</summary>
public static class TestsStage
{
    /// <summary>Creates the stage result of a suite. A part without a result makes it incomplete, regardless of the other results.</summary>
    /// <param name="suite">The result.</param>
    /// <param name="shard">The part of the suite that it is about; null for the whole.</param>
    public static StageResult Run(SuiteResult suite, Shard? shard = null)
    {
        ArgumentNullException.ThrowIfNull(suite);
        if (suite.Tests.Count == 0 && suite.Obstacles.Count == 0)
        {
            return StageResults.NotRun(
                StageNames.Tests,
                shard is null ? "no tests were found." : $"shard {shard} holds no tests.",
                shard is null
                    ? "Name the test projects in \"tests\" of migrateboth.json or with --tests, and check --filter."
                    : "Divide the suite into fewer parts than it has test classes; 'merge' accepts an empty part.");
        }

        if (suite.Obstacles.Count == 0 && suite.Tests.All(test => IsSkipped(test.Sqlite) && IsSkipped(test.MySql)))
        {
            return StageResults.NotRun(StageNames.Tests, $"all {suite.Tests.Count} tests were skipped.", "Find out why all tests are skipped: nothing was verified on either engine.");
        }

        // Whether a project records at all shows only in the whole suite: a part may hold only tests without a database.
        var stage = StageResults.Of(StageNames.Tests, suite.Facts, shard is null ? [.. suite.Findings, .. Unrecorded(suite)] : suite.Findings);
        var counted = stage with { Note = Counts(suite) };
        return suite.Obstacles.Aggregate(counted, (result, obstacle) => StageResults.Partly(result, obstacle.Reason, obstacle.Hint, obstacle.Engine));
    }

    private static bool IsSkipped(TestCell? cell) => cell is null or { Outcome: TestOutcome.Skipped };

    private static IEnumerable<Finding> Unrecorded(SuiteResult suite) =>
        from project in suite.Tests.GroupBy(test => test.Project, StringComparer.Ordinal)
        where project.All(test => !test.IsRecorded)
        select MissingRecording.Of(project.Key, project.Count());

    /// <summary>What was not compared in full is counted in the stage's line: tests for one engine, tests without the database, places that vary by themselves.</summary>
    private static string? Counts(SuiteResult suite)
    {
        var (one, outcome, places) = (Count(TestVerdict.OneEngine), Count(TestVerdict.OutcomeOnly), suite.Tests.Sum(test => test.Volatile?.Count ?? 0));
        List<string> parts =
        [
            .. one > 0 ? [$"{one} of them declared for one engine"] : (string[])[],
            .. outcome > 0 ? [$"outcome only: {outcome}"] : (string[])[],
            .. places > 0 ? [$"volatile: {places} {(places == 1 ? "place" : "places")}"] : (string[])[],
        ];
        return parts.Count == 0 ? null : $"{FindingSummary.Of(suite.Findings)}; {suite.Tests.Count} tests, {string.Join(", ", parts)}";

        int Count(TestVerdict verdict) => suite.Tests.Count(test => test.Verdict == verdict);
    }
}
