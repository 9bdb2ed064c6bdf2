using System.Text.RegularExpressions;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Rules.Unverified;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Recorded;

namespace MigrateBoth.Core.Suites;

/// <summary>Compares one test of the suite, and tells by a second run whether a difference is the engines' or the test's own.</summary>
internal sealed partial class TestComparer(IndexedRun sqlite, IndexedRun mySql, (IndexedRun Sqlite, IndexedRun MySql)? again)
{
    public ComparedTest Compare(TestId id)
    {
        if (sqlite.SaysNothingOf(id) || mySql.SaysNothingOf(id))
        {
            // The obstacle is reported once; a finding for every test behind it would only bury it.
            return new ComparedTest { Id = id, Row = Row(id, [], TestVerdict.NotCompared) };
        }

        var judged = Judged(id);
        var differences = judged.Differences;
        return new ComparedTest
        {
            Id = id,
            Row = Row(id, [.. differences, .. OfSharedRecording(id)]) is { } row ? row with { Volatile = judged.Volatile.Count > 0 ? judged.Volatile : null } : null,
            Findings = [.. differences.Select(difference => RuleSet.For(difference.Kind).Find(difference)), .. Cut(id)],
            Facts = judged.Facts,
            IsSuspect = again is null && differences.Concat(OfSharedRecording(id)).Any(IsSerious),
            ReadsClock = differences.Concat(OfSharedRecording(id)).Any(ShowsTime),
        };
    }

    private Comparison Judged(TestId id)
    {
        var first = Once(id, sqlite, mySql, Volatility.None, Volatility.None);
        return again is { } second && first.Differences.Any(IsSerious) ? Judge(id, first, second.Sqlite, second.MySql) : first;
    }

    /// <summary>A failure on both engines and what is declared need no second look; rows without an order may come as they like.</summary>
    private static bool IsSerious(TestDifference difference) =>
        difference.Kind is not (TestDifferenceKind.Declared or TestDifferenceKind.UnaskedOrder or TestDifferenceKind.FailsOnBoth);

    private static bool ShowsTime(TestDifference difference) => Time().IsMatch(difference.Sqlite ?? string.Empty) || Time().IsMatch(difference.MySql ?? string.Empty);

    [GeneratedRegex(@"\d\d:\d\d:\d\d|\b1[5-9]\d{8}\b|\b2[0-4]\d{8}\b")]
    private static partial Regex Time();

    private static Comparison Once(TestId id, IndexedRun left, IndexedRun right, Volatility varySqlite, Volatility varyMySql)
    {
        var (mine, its) = Results(id, left, right);
        var (recordedLeft, recordedRight) = (left.Recorded(id), right.Recorded(id));
        var declared = recordedLeft.Concat(recordedRight).Select(Declared).FirstOrDefault(found => found is not null) ?? left.Declared(id) ?? right.Declared(id);
        var differences = new List<TestDifference>();
        var wasEnded = declared is not null && (declared.Engine == Engine.Sqlite ? recordedRight : recordedLeft).Any(run => run.Test.OnlyOn == declared.Engine.Id());
        if ((mine is not null || its is not null) && Outcomes.Compare(id, mine, its, declared, wasEnded) is { } outcome)
        {
            differences.Add(outcome);
            if (outcome.Kind is TestDifferenceKind.Declared or TestDifferenceKind.OneSided or TestDifferenceKind.Skipped)
            {
                return new Comparison(differences, 1, []);
            }
        }

        var failed = differences.Where(difference => difference.Kind == TestDifferenceKind.Outcome).Select(difference => difference.Engine).FirstOrDefault();
        var scope = new TestScope(id, varySqlite, varyMySql) { Failed = failed, Untranslated = Untranslated(recordedLeft, recordedRight) };
        EventComparer.Compare(scope, Events(recordedLeft), Events(recordedRight));
        return new Comparison([.. differences, .. scope.Differences], scope.Facts + 1, scope.Volatile);
    }

    private static (TestResult? Mine, TestResult? Its) Results(TestId id, IndexedRun left, IndexedRun right)
    {
        var (mine, its) = (left.Result(id), right.Result(id));
        return (mine ?? left.SkippedAsAWhole(its), its ?? right.SkippedAsAWhole(mine));
    }

    private static IReadOnlyList<Engine> Untranslated(IReadOnlyList<RecordedRun> sqlite, IReadOnlyList<RecordedRun> mySql) =>
    [
        .. new[] { (Engine: Engine.Sqlite, Runs: sqlite), (Engine: Engine.MySql, Runs: mySql) }
            .Where(side => side.Runs.Any(run => run.Test.Steps.Any(step => step is RecordedUntranslated)))
            .Select(side => side.Engine),
    ];

    private static IReadOnlyList<TestEvent> Events(IReadOnlyList<RecordedRun> runs) => TestEvents.Of(runs.SelectMany(run => run.Test.Steps));

    private static DeclaredEngine? Declared(RecordedRun run) =>
        EngineNames.All.Where(engine => engine.Id() == run.Test.OnlyOn).Select(engine => new DeclaredEngine(engine, run.Test.Reason)).FirstOrDefault();

    private Comparison Judge(TestId id, Comparison first, IndexedRun sqliteAgain, IndexedRun mySqlAgain)
    {
        if (Missing(id, sqlite, sqliteAgain) || Missing(id, mySql, mySqlAgain) || sqliteAgain.SaysNothingOf(id) || mySqlAgain.SaysNothingOf(id))
        {
            return first; // The second run says nothing about it: what was found stands.
        }

        var varySqlite = Volatility.Between(Events(sqlite.Recorded(id)), Events(sqliteAgain.Recorded(id)));
        var varyMySql = Volatility.Between(Events(mySql.Recorded(id)), Events(mySqlAgain.Recorded(id)));
        var restless = varySqlite is null || sqlite.Result(id)?.Outcome != sqliteAgain.Result(id)?.Outcome ? Engine.Sqlite
            : varyMySql is null || mySql.Result(id)?.Outcome != mySqlAgain.Result(id)?.Outcome ? Engine.MySql
            : (Engine?)null;
        if (restless is { } engine)
        {
            return first with { Differences = [Flaky(id, first.Differences, engine, null)] };
        }

        var one = Once(id, sqlite, mySql, varySqlite!, varyMySql!);
        var other = Once(id, sqliteAgain, mySqlAgain, varySqlite!, varyMySql!);
        return one.Differences.Any(IsSerious) && !other.Differences.Any(IsSerious)
            ? one with { Differences = [Flaky(id, one.Differences, null, "the difference showed in one pair of runs and not in the next")] }
            : one;
    }

    private static bool Missing(TestId id, IndexedRun run, IndexedRun again) =>
        (run.Result(id) is not null && again.Result(id) is null) || (run.Recorded(id).Count > 0 && again.Recorded(id).Count == 0);

    private static TestDifference Flaky(TestId id, IReadOnlyList<TestDifference> differences, Engine? engine, string? detail) =>
        differences.First(IsSerious) with { Kind = TestDifferenceKind.Flaky, Test = id, Engine = engine, Detail = detail, Cause = null };

    private TestMatrixRow? Row(TestId id, IReadOnlyList<TestDifference> differences, TestVerdict? verdict = null)
    {
        var (mine, its) = Results(id, sqlite, mySql);
        return mine is null && its is null ? null : new TestMatrixRow
        {
            Project = id.Project,
            Name = id.Name,
            Sqlite = mine is null ? null : TestCell.Of(mine),
            MySql = its is null ? null : TestCell.Of(its),
            IsRecorded = IsRecorded(id),
            Verdict = verdict is { } decided ? decided
                : differences.Any(difference => difference.Kind == TestDifferenceKind.Flaky) ? TestVerdict.Flaky
                : differences.Any(IsDifferent) ? TestVerdict.Different
                : differences.Any(difference => difference.Kind == TestDifferenceKind.Declared) ? TestVerdict.OneEngine
                : IsRecorded(id) ? TestVerdict.Same
                : TestVerdict.OutcomeOnly,
        };
    }

    /// <summary>A database that a test asked for and never used says nothing about it.</summary>
    private bool IsRecorded(TestId id) =>
        sqlite.Recorded(id).Concat(mySql.Recorded(id)).Any(run => run.Test.Steps.Count > 0)
        || (Shared(id) is { } shared && IsRecorded(shared));

    private TestId? Shared(TestId id) => sqlite.SharedRecording(id) ?? mySql.SharedRecording(id);

    /// <summary>What differs in a recording that several rows share is found once, under their method; each of the rows may be the one.</summary>
    private IReadOnlyList<TestDifference> OfSharedRecording(TestId id) => Shared(id) is { } shared ? Judged(shared).Differences : [];

    private static bool IsDifferent(TestDifference difference) =>
        difference.Kind is not (TestDifferenceKind.Declared or TestDifferenceKind.UnaskedOrder or TestDifferenceKind.FailsOnBoth);

    /// <summary>What one comparison of a test came to.</summary>
    private sealed record Comparison(IReadOnlyList<TestDifference> Differences, int Facts, IReadOnlyList<string> Volatile);

    private IEnumerable<Finding> Cut(TestId id) =>
        from run in new[] { sqlite, mySql }
        from recorded in run.Recorded(id)
        where recorded.Test.Omitted > 0
        select CutRecording.Of(id.Name, run.Run.Engine, $"{recorded.Test.Omitted} commands beyond the first {RecordingFormat.MaximumCommands} were left out");
}
