using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Suites;

/// <summary>
/// Compares a suite's run on SQLite with its run on MySQL, test by test: that each ran on both, ended the same way, and read and wrote the
/// same. Pure.
/// </summary>
public static class SuiteComparer
{
    /// <summary>Compares the runs of a suite on the two engines.</summary>
    public static SuiteComparison Compare(SuiteRuns runs)
    {
        ArgumentNullException.ThrowIfNull(runs);
        var (sqlite, mySql) = (new IndexedRun(runs.Sqlite), new IndexedRun(runs.MySql));
        var again = runs is { SqliteAgain: { } first, MySqlAgain: { } second } ? (new IndexedRun(first), new IndexedRun(second)) : ((IndexedRun Sqlite, IndexedRun MySql)?)null;
        var comparer = new TestComparer(sqlite, mySql, again);

        var tests = sqlite.Tests.Union(mySql.Tests)
            .Where(id => !sqlite.StandsForRows(id, mySql) && !mySql.StandsForRows(id, sqlite))
            .OrderBy(id => id.Project, StringComparer.Ordinal)
            .ThenBy(id => id.Name, StringComparer.Ordinal)
            .Select(comparer.Compare)
            .ToList();
        return new SuiteComparison(
            new SuiteResult
            {
                Tests = [.. tests.Where(test => test.Row is not null).Select(test => test.Row!)],
                Findings = [.. tests.SelectMany(test => test.Findings)],
                Obstacles =
                [
                    .. runs.Sqlite.Obstacles, .. runs.MySql.Obstacles,
                    .. new[] { sqlite, mySql, again?.Sqlite, again?.MySql }.OfType<IndexedRun>().SelectMany(run => run.Trouble.Obstacles).Distinct(),
                    .. Incomplete(runs.Sqlite), .. Incomplete(runs.MySql),
                    .. Misled(runs.Sqlite), .. Misled(runs.MySql),
                    .. OneSided(sqlite, mySql),
                ],
                Facts = tests.Sum(test => test.Facts),
            },
            [.. tests.Where(test => test.IsSuspect).Select(test => sqlite.Result(test.Id) ?? mySql.Result(test.Id)).OfType<TestResult>()],
            tests.Any(test => test is { IsSuspect: true, ReadsClock: true }));
    }

    private static IEnumerable<SuiteObstacle> OneSided(IndexedRun sqlite, IndexedRun mySql) =>
        from project in sqlite.Run.Results.Select(result => result.Project).Intersect(mySql.Run.Results.Select(result => result.Project))
        where sqlite.IsRecorded(project) != mySql.IsRecorded(project)
        let lacks = sqlite.IsRecorded(project) ? Engine.MySql : Engine.Sqlite
        select new SuiteObstacle(
            lacks,
            $"{project} recorded what it read and wrote on one engine and nothing on {lacks.DisplayName()}.",
            "Let its tests select the engine with MigrateBoth.Testing instead of a separate setting.");

    /// <summary>Tests that set the engine themselves, in a runsettings file, say, would be compared with themselves.</summary>
    private static IEnumerable<SuiteObstacle> Misled(EngineRun run) =>
        from recording in run.Recordings
        where recording.Session.Engine != run.Engine.Id()
        select new SuiteObstacle(
            run.Engine,
            $"Tests of {recording.Session.Assembly} that were to run on {run.Engine.DisplayName()} used {recording.Session.Engine}: nothing is known about them on {run.Engine.DisplayName()}.",
            "Look for a place that sets MIGRATEBOTH_ENGINE, such as a .runsettings file, and remove it.");

    private static IEnumerable<SuiteObstacle> Incomplete(EngineRun run) =>
        from recording in run.Recordings
        where !recording.IsComplete
        let running = recording.Tests.Where(test => !test.HasEnded).Select(test => test.DisplayName ?? test.Name ?? test.Class).OfType<string>().ToList()
        select new SuiteObstacle(
            run.Engine,
            $"The recording of {recording.Session.Assembly} on {run.Engine.DisplayName()} is incomplete: its process ended early."
            + (running.Count == 0 ? string.Empty : $" Running were {string.Join(", ", running.Take(5))}."),
            "Run these tests alone on that engine to find out what ends the process.");
}
