using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Suites;

namespace MigrateBoth.Core.Tests.Testing;

/// <summary>Clocks: whatever second a run falls into, the verdict is the same one.</summary>
public sealed class ClockTests
{
    private const string Day = "dt:2026-01-01T";

    [Fact]
    public void A_generated_value_that_a_save_reads_back_is_excluded_like_any_other() =>
        Assert.Empty(Rules(engine => Saved($"{Day}{engine.First}"), "10:00:00", "10:00:01", "10:00:05", "10:00:06"));

    [Fact]
    public void A_value_that_the_database_made_and_that_never_varies_is_compared() =>
        Assert.Equal(["MB614"], Rules(engine => Saved($"{Day}{engine.First}"), "10:00:00", "10:00:01", "10:00:00", "10:00:01"));

    [Theory]
    [InlineData("dt:2026-01-01T10:00:00", "dt:2026-01-01T10:00:00", "dt:2026-01-01T10:00:00", "dt:2026-01-01T10:00:01")]
    [InlineData("dt:2026-01-01T10:00:00", "dt:2026-01-01T10:00:01", "dt:2026-01-01T10:00:05", "dt:2026-01-01T10:00:05")]
    [InlineData("n:1767261600", "n:1767261601", "n:1767261605", "n:1767261605")]
    [InlineData("f:1767261600", "f:1767261601.25", "f:1767261605", "f:1767261605")]
    [InlineData("s:2026-01-01 10:00:00", "s:2026-01-01 10:00:01", "s:2026-01-01 10:00:05", "s:2026-01-01 10:00:05")]
    [InlineData("s:2026-01-01T10:00:00Z", "s:2026-01-01T10:00:00Z", "s:2026-01-01T10:00:05Z", "s:2026-01-01T10:00:06Z")]
    public void Two_rows_of_one_second_may_be_of_two_on_the_other_engine(string sqliteFirst, string sqliteSecond, string mySqlFirst, string mySqlSecond) =>
        Assert.Empty(Rules(engine => Rows(engine.First, engine.Second), (sqliteFirst, sqliteSecond), (mySqlFirst, mySqlSecond), Later(sqliteFirst), Later(mySqlFirst)));

    [Fact]
    public void What_was_written_later_is_not_earlier_on_the_other_engine() => Assert.Equal(["MB614"], Rules(
        engine => Rows(engine.First, engine.Second),
        ($"{Day}10:00:00", $"{Day}10:00:01"), ($"{Day}10:00:01", $"{Day}10:00:00"), ($"{Day}10:00:05", $"{Day}10:00:06"), ($"{Day}10:00:06", $"{Day}10:00:05")));

    [Theory]
    [InlineData("10:00:00.1234567", "10:00:01.1234560", "10:00:05.1234567", "10:00:06.1234567")]
    [InlineData("10:00:00.1234560", "10:00:01.1234567", "10:00:05.1234567", "10:00:06.1234567")]
    [InlineData("10:00:00.1234567", "10:00:01.1234567", "10:00:05.1234567", "10:00:06.1234560")]
    public void A_written_tick_that_ends_in_0_is_no_difference(string sqlite, string mySql, string sqliteAgain, string mySqlAgain) =>
        Assert.Empty(Rules(engine => Recorded.Save(1, "n:1", Trimmed($"{Day}{engine.First}")), sqlite, mySql, sqliteAgain, mySqlAgain));

    [Theory]
    [InlineData("10:00:00.1234567", "10:00:01.1234567", "10:00:05.1234567", "10:00:06.1234567")]
    [InlineData("10:00:00.1234560", "10:00:01.1234567", "10:00:05.1234567", "10:00:06.1234567")]
    [InlineData("10:00:00.1234567", "10:00:01.1234560", "10:00:05.1234560", "10:00:06.1234567")]
    [InlineData("10:00:00.1234567", "10:00:01.1234567", "10:00:05.1234567", "10:00:06.1234560")]
    public void Ticks_that_MySQL_cuts_are_found_whatever_they_end_in(string sqlite, string mySql, string sqliteAgain, string mySqlAgain) => Assert.Equal(["MB614"], Rules(
        engine => [.. Recorded.Save(1, "n:1", Trimmed($"{Day}{engine.First}")), Recorded.Query([["n:1", Trimmed(engine.IsMySql ? $"{Day}{engine.First}"[..^1] : $"{Day}{engine.First}")]])],
        sqlite, mySql, sqliteAgain, mySqlAgain));

    [Fact]
    public void A_clock_that_is_hours_off_is_found_with_its_cause()
    {
        var at = new DateTimeOffset(2026, 1, 1, 10, 0, 1, TimeSpan.Zero).ToUnixTimeMilliseconds();
        RecordedStep[] Steps((bool IsMySql, string First, string Second) engine) => [Recorded.Query([["n:1", $"{Day}{engine.First}"]]) with { At = at }];

        var finding = Assert.Single(Findings(Steps, "10:00:00", "15:30:00", "10:00:20", "15:30:20"));

        Assert.Equal(("MB614", "time-zone"), (finding.Rule, finding.Cause?.Id));
        Assert.Empty(Findings(Steps, "10:00:00", "10:00:01", "10:00:20", "10:00:21"));
    }

    [Fact]
    public void Rows_in_the_order_of_a_clock_may_tie_on_one_engine()
    {
        RecordedStep[] Steps((bool IsMySql, string First, string Second) engine) => [engine.IsMySql
            ? Recorded.Query([["n:2", $"{Day}{engine.Second}"], ["n:1", $"{Day}{engine.First}"]], orderBy: "ORDER BY `C1` DESC")
            : Recorded.Query([["n:1", $"{Day}{engine.First}"], ["n:2", $"{Day}{engine.Second}"]], orderBy: "ORDER BY `C1` DESC")];

        Assert.DoesNotContain("MB612", Rules(Steps, ("10:00:00", "10:00:00"), ("10:00:00", "10:00:01"), ("10:00:05", "10:00:05"), ("10:00:05", "10:00:06")));
    }

    private static (string, string) Later(string value) => value[0] switch
    {
        'n' or 'f' => ($"{value[0]}:1767261610", $"{value[0]}:1767261610"),
        's' => ($"s:2026-01-01{value[12]}10:00:10", $"s:2026-01-01{value[12]}10:00:10"),
        _ => ($"{Day}10:00:10", $"{Day}10:00:10"),
    };

    private static string Trimmed(string time) => time.TrimEnd('0');

    private static RecordedStep[] Rows(string first, string second) => [Recorded.Query([["n:1", first], ["n:2", second]])];

    private static RecordedStep[] Saved(string made)
    {
        var steps = Recorded.Save(1, "n:1", "s:a");
        steps[1] = (RecordedCommand)steps[1] with
        {
            Columns = [new RecordedColumn("Id", "Orders.Id", ColumnRole.GeneratedKey), new RecordedColumn("Created", "Orders.Created", ColumnRole.StoreGenerated)],
            Rows = [["n:1", made]],
        };
        return steps;
    }

    private static IReadOnlyList<string> Rules(
        Func<(bool IsMySql, string First, string Second), RecordedStep[]> steps, string sqlite, string mySql, string sqliteAgain, string mySqlAgain) =>
        [.. Findings(steps, sqlite, mySql, sqliteAgain, mySqlAgain).Select(finding => finding.Rule)];

    private static IReadOnlyList<Finding> Findings(
        Func<(bool IsMySql, string First, string Second), RecordedStep[]> steps, string sqlite, string mySql, string sqliteAgain, string mySqlAgain) =>
        Findings(steps, (sqlite, sqlite), (mySql, mySql), (sqliteAgain, sqliteAgain), (mySqlAgain, mySqlAgain));

    private static IReadOnlyList<string> Rules(
        Func<(bool IsMySql, string First, string Second), RecordedStep[]> steps,
        (string, string) sqlite, (string, string) mySql, (string, string) sqliteAgain, (string, string) mySqlAgain) =>
        [.. Findings(steps, sqlite, mySql, sqliteAgain, mySqlAgain).Select(finding => finding.Rule)];

    private static IReadOnlyList<Finding> Findings(
        Func<(bool IsMySql, string First, string Second), RecordedStep[]> steps,
        (string, string) sqlite, (string, string) mySql, (string, string) sqliteAgain, (string, string) mySqlAgain) => SuiteComparer.Compare(new SuiteRuns(
            Recorded.Run(Engine.Sqlite, steps((false, sqlite.Item1, sqlite.Item2))),
            Recorded.Run(Engine.MySql, steps((true, mySql.Item1, mySql.Item2))),
            Recorded.Run(Engine.Sqlite, steps((false, sqliteAgain.Item1, sqliteAgain.Item2))),
            Recorded.Run(Engine.MySql, steps((true, mySqlAgain.Item1, mySqlAgain.Item2))))).Result.Findings;
}
