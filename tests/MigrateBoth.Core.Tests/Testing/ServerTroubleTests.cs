using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Tests.Testing;

/// <summary>What the server does is not a difference of a test: it is not compared, and the run is incomplete.</summary>
public sealed class ServerTroubleTests
{
    private static readonly RecordedFailure TooMany = new(FailureClass.Server, "MySqlConnector.MySqlException", "1040", "Too many connections");

    [Fact]
    public void A_connection_that_is_refused_is_an_obstacle_with_its_cause()
    {
        var result = Compare(Recorded.Run(
            Engine.MySql, [Recorded.Result(TestOutcome.Failed, "MySqlConnector.MySqlException : Too many connections")], new RecordedObstacle { Sequence = 1, Statement = "connect", Failure = TooMany }));

        Assert.Empty(result.Findings);
        Assert.Equal(TestVerdict.NotCompared, Assert.Single(result.Tests).Verdict);
        var obstacle = Assert.Single(result.Obstacles);
        Assert.Contains("Too many connections (error 1040)", obstacle.Reason, StringComparison.Ordinal);
        Assert.Contains("Tried: connect.", obstacle.Reason, StringComparison.Ordinal);
        Assert.Contains("max_connections", obstacle.Hint, StringComparison.Ordinal);
        Assert.Equal(StageStatus.Incomplete, TestsStage.Run(result).Status);
    }

    [Fact]
    public void A_template_that_cannot_be_built_takes_along_every_test_that_fails_with_its_message()
    {
        const string Message = "The migrations could not be applied (MySQL): CREATE VIEW command denied";
        var run = Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, $"MigrateBoth.Testing.ParityDatabaseException : {Message}\nat ...")]);
        var outside = new RecordedObstacle { Sequence = 1, Statement = "CREATE VIEW V AS SELECT 1", Failure = new RecordedFailure(FailureClass.Server, "E", "1142", Message) };

        var result = Compare(run with { Recordings = [.. run.Recordings.Select(recording => recording with { Outside = [outside] })] });

        Assert.Empty(result.Findings);
        Assert.Contains("CREATE VIEW V AS SELECT 1", Assert.Single(result.Obstacles).Reason, StringComparison.Ordinal);
        Assert.Contains("GRANT", result.Obstacles[0].Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1273", "Unknown collation: 'utf8mb4_0900_ai_ci'", "collations")]
    [InlineData("1419", "You do not have the SUPER privilege and binary logging is enabled", "log_bin_trust_function_creators")]
    [InlineData("1062", "Duplicate entry '1' for key 'PRIMARY'", "HasData")]
    [InlineData("1105", "Unknown error", "server's log")]
    public void A_refused_migration_has_the_advice_of_its_refusal(string code, string message, string says)
    {
        var outside = new RecordedObstacle { Sequence = 1, Statement = "CREATE TABLE T", Failure = new RecordedFailure(FailureClass.Server, "E", code, message) };
        var run = Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, message)]);

        var result = Compare(run with { Recordings = [.. run.Recordings.Select(recording => recording with { Outside = [outside] })] });

        Assert.Contains(says, Assert.Single(result.Obstacles).Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_fails_for_a_reason_of_its_own_beside_it_is_still_found()
    {
        const string Other = "Shop.Tests.Orders.Sum";
        var outside = new RecordedObstacle { Sequence = 1, Statement = "connect", Failure = TooMany };
        var mySql = Recorded.Run(Engine.MySql, [Recorded.Result(), Recorded.Result(TestOutcome.Failed, "Assert.Equal() Failure", Other)], Recorded.Query([["n:1"]]));
        var sqlite = Recorded.Run(Engine.Sqlite, [Recorded.Result(), Recorded.Result(method: Other)], Recorded.Query([["n:1"]]));

        var result = SuiteComparer.Compare(new SuiteRuns(sqlite, mySql with { Recordings = [.. mySql.Recordings.Select(recording => recording with { Outside = [outside] })] })).Result;

        Assert.Equal("MB602", Assert.Single(result.Findings).Rule);
        Assert.Single(result.Obstacles);
    }

    [Fact]
    public void A_test_that_fails_before_it_asks_is_no_query_that_was_not_translated()
    {
        var failed = Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, "System.TimeoutException : mail server did not answer")]);

        var finding = Assert.Single(Compare(failed).Findings);

        Assert.Equal(("MB602", null), (finding.Rule, finding.Cause?.Id));
        Assert.Contains("mail server did not answer", finding.Actual, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_that_is_recorded_as_not_translated_is_one()
    {
        var untranslated = new RecordedUntranslated { Sequence = 1, Shape = "DbSet<Order>()" };

        Assert.Equal("not-translated-on-mysql", Assert.Single(Compare(Recorded.Run(Engine.MySql, untranslated)).Findings).Cause?.Id);
        Assert.Null(Assert.Single(Compare(Recorded.Run(Engine.MySql)).Findings).Cause);
    }

    [Fact]
    public void Rows_of_a_theory_that_share_a_context_count_as_recorded()
    {
        static EngineRun Run(Engine engine, string value)
        {
            var rows = new[] { "(x: 1)", "(x: 2)" }.Select(row => Recorded.Result() with { Name = Recorded.Method + row });
            var run = Recorded.Run(engine, [.. rows], Recorded.Query([["n:1", value]]));
            return run with { Recordings = [.. run.Recordings.Select(recording => recording with { Tests = [.. recording.Tests.Select(test => test with { Name = Recorded.Method, DisplayName = null })] })] };
        }

        var same = SuiteComparer.Compare(new SuiteRuns(Run(Engine.Sqlite, "s:a"), Run(Engine.MySql, "s:a"))).Result;
        Assert.Equal(2, same.Tests.Count);
        Assert.All(same.Tests, test => Assert.Equal((TestVerdict.Same, true), (test.Verdict, test.IsRecorded)));

        var other = SuiteComparer.Compare(new SuiteRuns(Run(Engine.Sqlite, "s:a"), Run(Engine.MySql, "s:b")));
        Assert.Equal("MB614", Assert.Single(other.Result.Findings).Rule);
        Assert.All(other.Result.Tests, test => Assert.Equal(TestVerdict.Different, test.Verdict));
        Assert.Equal(2, other.Suspects.Count);
    }

    [Fact]
    public void Our_own_message_about_either_engine_is_one_failure()
    {
        const string Message = "MigrateBoth.Testing.ParityDatabaseException : ShopContext has no migrations for {0}.";
        static EngineRun Run(Engine engine, string message) => Recorded.Run(engine, [Recorded.Result(TestOutcome.Failed, message)]);

        Assert.Equal(["MB606"], Recorded.Rules(new SuiteRuns(
            Run(Engine.Sqlite, string.Format(null, Message, "SQLite")), Run(Engine.MySql, string.Format(null, Message, "MySQL")))));
        Assert.Equal(["MB605"], Recorded.Rules(new SuiteRuns(Run(Engine.Sqlite, "no SQLite here"), Run(Engine.MySql, "no MySQL here"))));
    }

    private static SuiteResult Compare(EngineRun mySql) => SuiteComparer.Compare(new SuiteRuns(Recorded.Run(Engine.Sqlite, Recorded.Query([["n:1"]])), mySql)).Result;
}
