using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting;

public sealed class MSBuildReportTests
{
    [Fact]
    public void A_finding_has_its_file_and_line_in_the_format_of_compilers()
    {
        var line = Line("MB204");

        Assert.Matches(@"^.*[/\\]Migrations[/\\]MySql[/\\]20260101000000_Init\.cs\(42\): error MB204: Column Orders\.Note is longer", line);
        Assert.True(Path.IsPathRooted(line[..line.IndexOf('(', StringComparison.Ordinal)]), line);
        Assert.EndsWith("(drift, MySQL) Add a migration that alters the column.", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Accepted_findings_have_no_line() =>
        Assert.DoesNotContain("Orders.Total", Rendered.As("msbuild", SampleReports.Failed), StringComparison.Ordinal);

    [Fact]
    public void What_fails_the_check_is_an_error_of_the_build_whatever_its_own_severity()
    {
        var report = SampleReports.Failed with { FailOn = Severity.Info };

        Assert.All(Rendered.As("msbuild", report).TrimEnd('\n').Split('\n'), line => Assert.Contains(" error MB", line, StringComparison.Ordinal));
    }

    [Fact]
    public void What_could_not_be_verified_is_an_error()
    {
        var text = Rendered.As("msbuild", SampleReports.Incomplete);

        Assert.Contains(" : error mysql-unavailable: ", text, StringComparison.Ordinal);
        Assert.Contains(" : error not-verified: drift could not be verified.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_passed_is_an_empty_file() => Assert.Empty(Rendered.As("msbuild", SampleReports.Passed));

    private static string Line(string rule) =>
        Rendered.As("msbuild", SampleReports.Failed).Split('\n').Single(line => line.Contains($" {rule}:", StringComparison.Ordinal));
}
