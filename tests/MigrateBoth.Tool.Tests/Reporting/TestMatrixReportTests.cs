using System.Net;
using System.Xml.Linq;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting;

/// <summary>The matrix test × engine in the reports that hold the suite's own tests.</summary>
public sealed class TestMatrixReportTests
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    private static readonly CheckReport Report = SampleReports.Failed with
    {
        Command = "test",
        Tests =
        [
            Row("A.Tests", "N.C.Same", Cell(TestOutcome.Passed), Cell(TestOutcome.Passed), TestVerdict.Same),
            Row("A.Tests", "N.C.Different(x: 1)", Cell(TestOutcome.Passed), Cell(TestOutcome.Failed, "Expected: 1 <b>"), TestVerdict.Different),
            Row("A.Tests", "N.C.Flaky", Cell(TestOutcome.Passed), Cell(TestOutcome.Passed), TestVerdict.Flaky),
            Row("A.Tests", "N.C.Declared", null, Cell(TestOutcome.Passed), TestVerdict.OneEngine),
            Row("A.Tests", "N.C.Skipped", Cell(TestOutcome.Skipped, "not today"), Cell(TestOutcome.Skipped, "not today"), TestVerdict.Same),
            Row("A.Tests", "N.C.Lost", Cell(TestOutcome.Passed), Cell(TestOutcome.Unknown), TestVerdict.NotCompared),
            Row("B.Tests", "N.C.Same", Cell(TestOutcome.Passed), Cell(TestOutcome.Failed, "Password=s3cret"), TestVerdict.Different),
        ],
    };

    [Fact]
    public void TRX_holds_each_test_once_per_engine_under_an_id_of_its_own_that_stays()
    {
        var run = XDocument.Parse(Rendered.As("trx", Report)).Root!;
        var results = run.Element(Trx + "Results")!.Elements().ToList();
        var definitions = run.Element(Trx + "TestDefinitions")!.Elements().ToList();

        Assert.Equal(13, results.Count);
        Assert.Equal(13, results.Select(result => (string)result.Attribute("testId")!).Distinct().Count());
        Assert.Equal(results.Select(result => (string)result.Attribute("testId")!), definitions.Select(test => (string)test.Attribute("id")!));
        Assert.Equal(results.Select(result => (string)result.Attribute("testId")!), XDocument.Parse(Rendered.As("trx", Report)).Descendants(Trx + "UnitTestResult").Select(result => (string)result.Attribute("testId")!));
        Assert.Equal("N.C.Different(x: 1) [MySQL]", (string?)results[3].Attribute("testName"));
        Assert.Equal(("N.C", "Different"), ((string?)definitions[3].Element(Trx + "TestMethod")!.Attribute("className"), (string?)definitions[3].Element(Trx + "TestMethod")!.Attribute("name")));
        Assert.Equal("00:00:00.2500000", (string?)results[3].Attribute("duration"));
        Assert.DoesNotContain("s3cret", run.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TRX_counts_what_it_holds_and_does_not_call_a_lost_test_passed()
    {
        var summary = XDocument.Parse(Rendered.As("trx", Report)).Root!.Element(Trx + "ResultSummary")!;
        var counters = summary.Element(Trx + "Counters")!;

        Assert.Equal("Failed", (string?)summary.Attribute("outcome"));
        Assert.Equal(["13", "11", "8", "3", "2"], new[] { "total", "executed", "passed", "failed", "notExecuted" }.Select(name => (string)counters.Attribute(name)!));
    }

    [Fact]
    public void JUnit_has_a_suite_per_engine_and_project_with_each_test_s_own_time()
    {
        var suites = XDocument.Parse(Rendered.As("junit", Report)).Root!.Elements("testsuite").Where(suite => ((string)suite.Attribute("name")!).Contains(".tests.", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            ["migrate-both.tests.sqlite.A.Tests", "migrate-both.tests.sqlite.B.Tests", "migrate-both.tests.mysql.A.Tests", "migrate-both.tests.mysql.B.Tests"],
            suites.Select(suite => (string)suite.Attribute("name")!));
        var mySql = suites[2];
        Assert.Equal(["6", "1", "1", "1"], new[] { "tests", "failures", "errors", "skipped" }.Select(name => (string)mySql.Attribute(name)!));
        Assert.All(mySql.Elements("testcase"), test => Assert.Equal("0.250", (string?)test.Attribute("time")));
        Assert.Equal("1.500", (string?)mySql.Attribute("time"));
        Assert.All(suites, suite => Assert.Equal(suite.Elements().Count(), suite.Elements().Select(test => (string)test.Attribute("name")!).Distinct().Count()));
    }

    [Fact]
    public void JUnit_names_the_project_only_where_there_are_several() => Assert.Contains(
        "\"migrate-both.tests.mysql\"", Rendered.As("junit", Report with { Tests = [.. Report.Tests.Take(6)] }), StringComparison.Ordinal);

    [Fact]
    public void Markdown_shows_every_test_that_is_not_the_same_and_counts_the_rest()
    {
        var matrix = WebUtility.HtmlDecode(Rendered.As("markdown", Report).Split("### Tests")[1]);

        Assert.Contains("2 the same on both, 2 different, 1 flaky, 1 for one engine only, 1 not compared.", matrix, StringComparison.Ordinal);
        Assert.Contains("| <code>N.C.Different(x: 1)</code> | ✅ passed | ❌ failed | different |", matrix, StringComparison.Ordinal);
        Assert.Contains("| <code>N.C.Declared</code> | – | ✅ passed | for one engine only |", matrix, StringComparison.Ordinal);
        Assert.Contains("| <code>N.C.Lost</code> | ✅ passed | ❔ unknown | not compared |", matrix, StringComparison.Ordinal);
        Assert.DoesNotContain("N.C.Skipped", matrix, StringComparison.Ordinal);
    }

    private static TestMatrixRow Row(string project, string name, TestCell? sqlite, TestCell? mySql, TestVerdict verdict) =>
        new() { Project = project, Name = name, Sqlite = sqlite, MySql = mySql, Verdict = verdict };

    private static TestCell Cell(TestOutcome outcome, string? message = null) => new(outcome, TimeSpan.FromMilliseconds(250), message);
}
