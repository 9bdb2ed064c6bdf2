using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Tests.Testing;

/// <summary>A second run on both engines tells the engines' differences from the test's own.</summary>
public sealed class FlakyTests
{
    private static SuiteRuns Runs(string sqlite, string mySql, string sqliteAgain, string mySqlAgain) => new(
        Run(Engine.Sqlite, sqlite), Run(Engine.MySql, mySql), Run(Engine.Sqlite, sqliteAgain), Run(Engine.MySql, mySqlAgain));

    private static EngineRun Run(Engine engine, string value, string other = "s:same") => Recorded.Run(engine, Recorded.Query([["n:1", value, other]]));

    [Fact]
    public void A_test_that_differs_is_run_again_and_one_that_does_not_is_not()
    {
        Assert.Single(SuiteComparer.Compare(new SuiteRuns(Run(Engine.Sqlite, "s:a"), Run(Engine.MySql, "s:b"))).Suspects);
        Assert.Empty(SuiteComparer.Compare(new SuiteRuns(Run(Engine.Sqlite, "s:a"), Run(Engine.MySql, "s:a"))).Suspects);
    }

    [Fact]
    public void A_difference_that_comes_back_is_the_engines() => Assert.Equal(["MB614"], Recorded.Rules(Runs("s:a", "s:b", "s:a", "s:b")));

    [Fact]
    public void A_difference_that_does_not_come_back_is_flaky()
    {
        var result = SuiteComparer.Compare(Runs("s:a", "s:b", "s:a", "s:a")).Result;

        // MySQL's two runs differ at this place and SQLite's do not: chance on one engine alone proves nothing about the other.
        Assert.Equal("MB607", Assert.Single(result.Findings).Rule);
        Assert.Equal(TestVerdict.Flaky, Assert.Single(result.Tests).Verdict);
        Assert.Equal(StageStatus.Failed, TestsStage.Run(result).Status);
    }

    [Fact]
    public void Another_outcome_on_one_engine_is_flaky()
    {
        var passed = Recorded.Run(Engine.Sqlite);
        var failed = Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, "no")]);
        var recovered = Recorded.Run(Engine.MySql);

        var finding = Assert.Single(SuiteComparer.Compare(new SuiteRuns(passed, failed, passed, recovered)).Result.Findings);

        Assert.Equal(("MB607", Engine.MySql), (finding.Rule, finding.Engine));
    }

    [Fact]
    public void A_clock_is_excused() =>
        Assert.Empty(Recorded.Rules(Runs("dt:2026-01-01T10:00:00.123456", "dt:2026-01-01T10:00:01.123457", "dt:2026-01-01T10:00:02.5", "dt:2026-01-01T10:00:03.25")));

    [Fact]
    public void What_is_excused_is_named_and_counted()
    {
        var result = SuiteComparer.Compare(Runs("dt:2026-01-01T10:00:00.5", "dt:2026-01-01T10:00:01.5", "dt:2026-01-01T10:00:02.5", "dt:2026-01-01T10:00:03.5")).Result;

        Assert.EndsWith("column 1", Assert.Single(Assert.Single(result.Tests).Volatile!), StringComparison.Ordinal);
        Assert.Contains("volatile: 1 place", TestsStage.Run(result).Note, StringComparison.Ordinal);
        Assert.Null(Assert.Single(SuiteComparer.Compare(Runs("s:a", "s:a", "s:a", "s:a")).Result.Tests).Volatile);
    }

    [Fact]
    public void A_test_without_the_database_is_not_called_the_same_when_another_one_records()
    {
        const string Other = "Shop.Tests.Prices.Round";
        EngineRun With(Engine engine) => Recorded.Run(engine, [Recorded.Result(), Recorded.Result(method: Other)], Recorded.Query([["n:1"]]));
        var result = SuiteComparer.Compare(new SuiteRuns(With(Engine.Sqlite), With(Engine.MySql))).Result;

        Assert.Equal([TestVerdict.Same, TestVerdict.OutcomeOnly], result.Tests.Select(test => test.Verdict));
        Assert.All(result.Tests, test => Assert.Equal(test.Verdict == TestVerdict.Same, test.IsRecorded));
        Assert.Contains("outcome only: 1", TestsStage.Run(result).Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_clock_that_loses_digits_is_not() =>
        Assert.Equal(["MB614"], Recorded.Rules(Runs("dt:2026-01-01T10:00:00.1234567", "dt:2026-01-01T10:00:01.123456", "dt:2026-01-01T10:00:02.1234567", "dt:2026-01-01T10:00:03.123457")));

    [Fact]
    public void Chance_in_one_column_hides_nothing_in_the_next()
    {
        var runs = new SuiteRuns(
            Run(Engine.Sqlite, "s:r1", "s:left"), Run(Engine.MySql, "s:r2", "s:right"), Run(Engine.Sqlite, "s:r3", "s:left"), Run(Engine.MySql, "s:r4", "s:right"));

        var finding = Assert.Single(SuiteComparer.Compare(runs).Result.Findings);

        Assert.Equal(("MB614", "'left'", "'right'"), (finding.Rule, finding.Expected, finding.Actual));
    }

    [Fact]
    public void Chance_on_both_engines_stays_one_to_one()
    {
        static EngineRun Two(Engine engine, string first, string second) => Recorded.Run(engine, Recorded.Query([["n:1", first], ["n:2", second]]));

        Assert.Empty(Recorded.Rules(new SuiteRuns(Two(Engine.Sqlite, "s:a", "s:b"), Two(Engine.MySql, "s:c", "s:d"), Two(Engine.Sqlite, "s:e", "s:f"), Two(Engine.MySql, "s:g", "s:h"))));
        // SQLite's rows hold two values, MySQL's one and the same: that is no chance.
        Assert.Contains("MB614", Recorded.Rules(new SuiteRuns(Two(Engine.Sqlite, "s:a", "s:b"), Two(Engine.MySql, "s:c", "s:c"), Two(Engine.Sqlite, "s:e", "s:f"), Two(Engine.MySql, "s:g", "s:g"))));
    }

    [Fact]
    public void A_second_run_that_broke_off_excuses_nothing()
    {
        var runs = Runs("s:a", "s:b", "s:a", "s:b") with { MySqlAgain = new EngineRun { Engine = Engine.MySql, Obstacles = [new SuiteObstacle(Engine.MySql, "crashed", null)] } };

        Assert.Equal(["MB614"], Recorded.Rules(runs));
    }
}
