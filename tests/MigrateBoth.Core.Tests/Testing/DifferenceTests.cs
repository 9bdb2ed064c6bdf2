using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;

namespace MigrateBoth.Core.Tests.Testing;

/// <summary>Every rule about tests fires on what it is about, and is silent where the runs are the same.</summary>
public sealed class DifferenceTests
{
    private static readonly RecordedFailure TooLong = new(FailureClass.TooLong, "MySqlException", "1406", "Data too long");

    // That a test is flaky takes four runs: see FlakyTests.
    public static TheoryData<string> Rules => [.. RuleSet.Tests.Select(rule => rule.Id).Where(id => id != "MB607")];

    // A failure and a declaration are findings however alike they are.
    public static TheoryData<string> RulesAboutDifferences => [.. RuleSet.Tests.Select(rule => rule.Id).Except(["MB604", "MB605", "MB606", "MB607"])];

    private static readonly Dictionary<string, (EngineRun Sqlite, EngineRun MySql)> Cases = new()
    {
        ["MB601"] = (Recorded.Run(Engine.Sqlite), Recorded.Run(Engine.MySql, results: [])),
        ["MB602"] = (Recorded.Run(Engine.Sqlite), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, "no")])),
        ["MB603"] = (Recorded.Run(Engine.Sqlite), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Skipped, "not today")])),
        ["MB604"] = (Recorded.Run(Engine.Sqlite), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Skipped, "MigrateBoth: only on SQLite: a pragma")])),
        ["MB605"] = (Recorded.Run(Engine.Sqlite, [Recorded.Result(TestOutcome.Failed, "Actual: 3")]), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, "Actual: 4")])),
        ["MB606"] = (Recorded.Run(Engine.Sqlite, [Recorded.Result(TestOutcome.Failed, "Actual: 3")]), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, "Actual: 3")])),
        ["MB611"] = Both(Recorded.Query([["n:1"]]), Recorded.Query([["n:1"], ["n:2"]])),
        ["MB612"] = Both(Recorded.Query([["s:Z"], ["s:a"]], orderBy: "\"Id\""), Recorded.Query([["s:a"], ["s:Z"]], orderBy: "`Id`")),
        ["MB613"] = Both(Recorded.Query([["s:Z"], ["s:a"]]), Recorded.Query([["s:a"], ["s:Z"]])),
        ["MB614"] = Both(Recorded.Query([["n:1", "n:1.005"]]), Recorded.Query([["n:1", "n:1.01"]])),
        ["MB615"] = Both(Bulk(1), Bulk(2)),
        ["MB616"] = Both(Recorded.Query([]), Recorded.Query([]) with { Failure = TooLong }),
        ["MB617"] = (Recorded.Run(Engine.Sqlite, Recorded.Query([["n:1"]])), Recorded.Run(Engine.MySql, Recorded.Query([["n:1"]]), Recorded.Query([["n:1"]], "DbSet<Line>()"))),
        ["MB618"] = (Recorded.Run(Engine.Sqlite, Recorded.Save(1, "n:1", "n:1.5")), Recorded.Run(Engine.MySql, Recorded.Save(1, "n:1", "n:2.5"))),
        ["MB619"] = (Recorded.Run(Engine.Sqlite, new RecordedTransaction { Sequence = 1, Action = TransactionAction.Begin }), Recorded.Run(Engine.MySql)),
    };

    [Fact]
    public void Every_rule_has_a_case() => Assert.Equal(RuleSet.Tests.Select(rule => rule.Id).Where(id => id != "MB607"), Cases.Keys);

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_fires_alone_on_what_it_is_about(string rule)
    {
        var (sqlite, mySql) = Cases[rule];

        Assert.Equal([rule], Recorded.Rules(new SuiteRuns(sqlite, mySql)));
    }

    [Theory]
    [MemberData(nameof(RulesAboutDifferences))]
    public void A_rule_is_silent_where_both_runs_are_the_same(string rule)
    {
        foreach (var side in new[] { Cases[rule].Sqlite, Cases[rule].MySql })
        {
            Assert.DoesNotContain(rule, Recorded.Rules(new SuiteRuns(side with { Engine = Engine.Sqlite }, side with { Engine = Engine.MySql })));
        }
    }

    [Fact]
    public void Both_values_are_shown()
    {
        var finding = Assert.Single(SuiteComparer.Compare(new SuiteRuns(Cases["MB614"].Sqlite, Cases["MB614"].MySql)).Result.Findings);

        Assert.Equal(("1.005", "1.01", Recorded.Method), (finding.Expected, finding.Actual, finding.Object.ToString()));
        Assert.Equal("decimal-not-rounded", finding.Cause?.Id);
        Assert.Contains("(C-15, S-08)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_that_leaves_ties_is_no_difference_of_the_order_asked_for() => Assert.Equal(
        ["MB613"],
        Recorded.Rules([Recorded.Query([["n:1", "s:a"], ["n:1", "s:b"]], orderBy: "\"o\".\"Id\"")], [Recorded.Query([["n:1", "s:b"], ["n:1", "s:a"]], orderBy: "`o`.`Id`")]));

    [Fact]
    public void Rows_of_an_included_collection_come_in_any_order() => Assert.Empty(Recorded.Rules(
        [Recorded.Query([["n:1", "s:owner", "s:a"], ["n:1", "-", "s:b"]], orderBy: "\"Id\"")],
        [Recorded.Query([["n:1", "s:owner", "s:b"], ["n:1", "-", "s:a"]], orderBy: "`Id`")]));

    [Fact]
    public void One_more_command_does_not_shift_what_follows()
    {
        RecordedStep[] sqlite = [Recorded.Query([["n:1"]], "A"), Recorded.Query([["n:2"]], "B")];
        RecordedStep[] mySql = [Recorded.Query([["n:1"]], "A"), Recorded.Query([["n:9"]], "N+1"), Recorded.Query([["n:2"]], "B")];

        Assert.Equal(["MB617"], Recorded.Rules(sqlite, mySql));
    }

    [Fact]
    public void Rows_that_only_a_digest_is_kept_of_are_compared_by_it()
    {
        static RecordedCommand With(string digest) => Recorded.Query([["n:1"]]) with { RowCount = 300, Rest = new RowsDigest(299, digest, digest, [new ColumnDigest(digest, digest)]) };

        Assert.Equal(["MB611"], Recorded.Rules([With("x")], [With("y")]));
        Assert.Empty(Recorded.Rules([With("x")], [With("x")]));
    }

    [Fact]
    public void A_value_that_moved_to_another_row_behind_the_kept_ones_is_a_difference()
    {
        // (a, 1), (b, 2) against (a, 2), (b, 1): column by column the same.
        static RecordedCommand With(string rows, ColumnRole role) => Recorded.Query([["n:1", "s:a"]], role: role) with
        {
            RowCount = 300,
            Rest = new RowsDigest(299, rows, rows, [new ColumnDigest("1", "1"), new ColumnDigest("2", "2")]),
        };

        Assert.Equal(["MB611"], Recorded.Rules([With("x", ColumnRole.Value)], [With("y", ColumnRole.Value)]));
        Assert.Equal(["MB611"], Recorded.Rules([With("x", ColumnRole.GeneratedKey)], [With("y", ColumnRole.GeneratedKey)]));
    }

    [Theory]
    [InlineData("1", "1", null)]
    [InlineData("2", "1", "MB612")]
    [InlineData("2", "2", "MB611")]
    public void Behind_the_kept_rows_generated_keys_may_differ_and_nothing_else(string ordered, string unordered, string? rule)
    {
        static RecordedCommand With(string key, ColumnDigest other) => Recorded.Query([["n:1", "s:a"]], orderBy: "\"C1\"", role: ColumnRole.GeneratedKey) with
        {
            RowCount = 300,
            Rest = new RowsDigest(299, other.Ordered, other.Unordered, [new ColumnDigest(key, key), other]),
        };

        Assert.Equal(rule is null ? [] : [rule], Recorded.Rules([With("k1", new ColumnDigest("1", "1"))], [With("k2", new ColumnDigest(ordered, unordered))]));
    }

    [Theory]
    [InlineData(TestOutcome.Passed, "MB604")]
    [InlineData(TestOutcome.Failed, "MB602")]
    [InlineData(TestOutcome.Unknown, "MB602")]
    [InlineData(TestOutcome.Skipped, "MB603")]
    [InlineData(null, "MB601")]
    public void A_test_for_one_engine_has_to_pass_on_that_one(TestOutcome? own, string rule)
    {
        const string Declared = "MigrateBoth: only on MySQL: full text search";
        var sqlite = Recorded.Run(Engine.Sqlite, [Recorded.Result(TestOutcome.Skipped, Declared)]);
        var mySql = Recorded.Run(Engine.MySql, own is { } outcome ? [Recorded.Result(outcome, "no")] : []);

        Assert.Equal([rule], Recorded.Rules(new SuiteRuns(sqlite, mySql)));
    }

    [Theory]
    [InlineData("MigrateBoth: only on SQLite: a pragma")]
    [InlineData("MigrateBoth.Testing.ParityDatabaseException : MigrateBoth: only on SQLite: a pragma")]
    [InlineData("Assert.Equal() Failure\nActual: \"MigrateBoth: only on SQLite: a pragma\"")]
    public void A_failure_is_not_excused_by_what_its_message_says(string message)
    {
        var failed = Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, message)]);

        Assert.Equal(["MB602"], Recorded.Rules(new SuiteRuns(Recorded.Run(Engine.Sqlite), failed)));
    }

    [Fact]
    public void A_skip_is_not_excused_by_words_in_the_middle_of_its_reason() =>
        Assert.Equal(["MB603"], Recorded.Rules(new SuiteRuns(
            Recorded.Run(Engine.Sqlite), Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Skipped, "not as it says 'MigrateBoth: only on SQLite: a pragma'")]))));

    [Fact]
    public void A_test_that_the_test_package_ended_is_left_out_because_the_recording_says_so()
    {
        // xUnit v2 cannot skip a test that runs: it fails there.
        var ended = Recorded.Run(Engine.MySql, [Recorded.Result(TestOutcome.Failed, "MigrateBoth: only on SQLite: a pragma")]);
        ended = ended with { Recordings = [.. ended.Recordings.Select(recording => recording with { Tests = [.. recording.Tests.Select(test => test with { OnlyOn = "sqlite", Reason = "a pragma" })] })] };

        Assert.Equal(["MB604"], Recorded.Rules(new SuiteRuns(Recorded.Run(Engine.Sqlite), ended)));
    }

    [Theory]
    [InlineData("UPDATE Orders SET Discount = @p0", "s:50%", "s:50", false)]
    [InlineData("UPDATE Orders SET Discount = @p0", "s:%50%", "s:50", false)]
    [InlineData("INSERT INTO Orders (Discount) VALUES (@p0)", "s:50%", "s:50", false)]
    [InlineData("UPDATE Orders SET Discount = @p0 WHERE Name LIKE @p0", "s:50%", "s:50", false)]
    [InlineData("DELETE FROM Orders WHERE Name LIKE @p0 ESCAPE '\\'", "s:%50\\%%", "s:50%", true)]
    [InlineData("DELETE FROM Orders WHERE Name LIKE @p0", "s:a%", "s:a", true)]
    [InlineData("DELETE FROM Orders WHERE Name LIKE @p0", "s:a%b%", "s:ab", false)]
    public void A_percent_sign_counts_but_around_the_text_of_a_search(string sql, string mySql, string sqlite, bool isSame)
    {
        var left = Bulk(1) with { Sql = sql.Replace("LIKE @p0", "instr(Name, @p0) > 0", StringComparison.Ordinal), Parameters = [sqlite] };
        var right = Bulk(1) with { Sql = sql, Parameters = [mySql] };

        Assert.Equal(isSame ? [] : ["MB618"], Recorded.Rules([left], [right]));
    }

    [Theory]
    [InlineData("MigrateBoth: only on MySQL: full text search", TestOutcome.Passed, "MB604")]
    [InlineData("MigrateBoth: only on MySQL: full text search", TestOutcome.Failed, "MB602")]
    [InlineData("not today", TestOutcome.Passed, "MB603")]
    public void A_data_driven_test_that_is_skipped_as_a_whole_stands_for_its_rows(string reason, TestOutcome own, string rule)
    {
        var sqlite = Recorded.Run(Engine.Sqlite, [Recorded.Result(TestOutcome.Skipped, reason)]);
        var mySql = Recorded.Run(Engine.MySql, [Row(1), Row(2)]);

        Assert.Equal([rule, rule], Recorded.Rules(new SuiteRuns(sqlite, mySql)));

        TestResult Row(int row) => Recorded.Result(own, "no") with { Name = $"{Recorded.Method}(row: {row})" };
    }

    private static (EngineRun, EngineRun) Both(RecordedCommand sqlite, RecordedCommand mySql) => (Recorded.Run(Engine.Sqlite, sqlite), Recorded.Run(Engine.MySql, mySql));

    private static RecordedCommand Bulk(int affected) => Recorded.Query([], "DbSet<Order>().ExecuteDelete()", width: 0) with { Kind = CommandKind.NonQuery, Source = CommandSource.Bulk, RowsAffected = affected };
}
