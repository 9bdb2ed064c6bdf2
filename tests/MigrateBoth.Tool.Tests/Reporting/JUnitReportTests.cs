using System.Xml.Linq;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting;

public sealed class JUnitReportTests
{
    [Fact]
    public void Each_stage_is_a_suite_and_each_finding_a_case()
    {
        var suites = Suites(SampleReports.Failed);

        Assert.Equal(["history", "drift", "parity", "roundtrip", "behaviour", "tests"], suites.Select(suite => suite.Attribute("name")!.Value.Split('.')[1]));
        var drift = suites[1];
        Assert.Equal(("3", "1", "0", "0"), Counts(drift));
        var failure = Assert.Single(drift.Descendants("failure"));
        Assert.Equal("MB204", failure.Attribute("type")!.Value);
        Assert.Contains("varchar(100)", failure.Value, StringComparison.Ordinal);
        Assert.Equal("Migrations/MySql/20260101000000_Init.cs", failure.Parent!.Attribute("file")!.Value);
        Assert.Equal("42", failure.Parent!.Attribute("line")!.Value);
    }

    [Fact]
    public void What_does_not_fail_the_check_is_a_case_that_passes()
    {
        Assert.Empty(Suites(SampleReports.Failed)[1].Elements("testcase").Single(test => test.Attribute("name")!.Value.StartsWith("MB210", StringComparison.Ordinal)).Elements("failure"));
        Assert.Equal(2, Suites(SampleReports.Failed with { FailOn = Severity.Info })[1].Descendants("failure").Count());
    }

    [Fact]
    public void An_accepted_finding_is_skipped_with_its_reason() =>
        Assert.Equal("accepted: ordered by the application", Suites(SampleReports.Failed)[2].Descendants("skipped").Single().Attribute("message")!.Value);

    [Fact]
    public void A_stage_that_could_not_be_verified_is_an_error_and_one_not_run_is_skipped()
    {
        var suites = Suites(SampleReports.Incomplete);

        Assert.Equal("migrate-both.check", suites[0].Attribute("name")!.Value);
        Assert.Equal(("1", "0", "1", "0"), Counts(suites[0]));
        Assert.Equal(("1", "0", "1", "0"), Counts(suites[2]));
        Assert.Equal(("1", "0", "0", "1"), Counts(suites[^1]));
    }

    [Fact]
    public void The_totals_are_the_sums()
    {
        var root = XDocument.Parse(Rendered.As("junit", HostileReports.Report)).Root!;

        Assert.Equal(root.Descendants("testcase").Count(), (int)root.Attribute("tests")!);
        Assert.Equal(root.Descendants("failure").Count(), (int)root.Attribute("failures")!);
        Assert.Equal(root.Descendants("error").Count(), (int)root.Attribute("errors")!);
        Assert.Equal(root.Descendants("skipped").Count(), (int)root.Attribute("skipped")!);
    }

    private static List<XElement> Suites(CheckReport report) => [.. XDocument.Parse(Rendered.As("junit", report)).Root!.Elements("testsuite")];

    private static (string Tests, string Failures, string Errors, string Skipped) Counts(XElement suite) =>
        (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value, suite.Attribute("skipped")!.Value);
}
