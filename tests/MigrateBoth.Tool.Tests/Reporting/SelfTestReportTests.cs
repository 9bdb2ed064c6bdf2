using System.Text.Json;
using System.Xml.Linq;
using MigrateBoth.Core;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool.Tests.Rendering;

namespace MigrateBoth.Tool.Tests.Reporting;

/// <summary>A self-test that overlooked something is seen in every kind of report: else a green check would be trusted for what it cannot find.</summary>
public sealed class SelfTestReportTests
{
    private static readonly CheckReport Missed = SampleReports.Passed with
    {
        SelfTest = new SelfTestResult
        {
            Scores = [new("index-missing", Engine.Sqlite, 3, 3, null), new("index-missing", Engine.MySql, 3, 2, null), new("trigger", Engine.Sqlite, 0, 0, "no trigger")],
            Missed = [new("index-missing", new ObjectPath("Orders", "IX_Total"), Engine.MySql, "MB330 at Orders.IX_Total")],
        },
    };

    private static readonly CheckReport NotDone = SampleReports.Passed with { SelfTest = new SelfTestResult { Obstacle = "MySQL could not be copied: Password=secret." } };

    [Fact]
    public void JUnit_has_a_case_per_kind_and_engine()
    {
        var suite = XDocument.Parse(Rendered.As("junit", Missed)).Root!.Elements("testsuite").Last();

        Assert.Equal(["index-missing (SQLite)", "index-missing (MySQL)"], suite.Elements("testcase").Select(test => test.Attribute("name")!.Value));
        Assert.Equal("2 of 3 found", suite.Descendants("failure").Single().Attribute("message")!.Value);
        Assert.Equal("1", XDocument.Parse(Rendered.As("junit", NotDone)).Root!.Attribute("errors")!.Value);
    }

    [Fact]
    public void What_was_missed_is_an_error_annotation()
    {
        Assert.Contains("::error title=migrate-both verify%3A self-test, index-missing::".Replace(", ", "%2C ", StringComparison.Ordinal), Rendered.As("github", Missed), StringComparison.Ordinal);
        Assert.Contains("could not be carried out", Rendered.As("github", NotDone), StringComparison.Ordinal);
    }

    [Fact]
    public void Sarif_notifies_of_it()
    {
        var invocation = JsonDocument.Parse(Rendered.As("sarif", Missed)).RootElement.GetProperty("runs")[0].GetProperty("invocations")[0];

        Assert.Contains("Orders.IX_Total", invocation.GetProperty("toolExecutionNotifications")[0].GetProperty("message").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, invocation.GetProperty("exitCode").GetInt32());
    }

    [Fact]
    public void Markdown_and_html_say_so()
    {
        Assert.Contains("**Self-test:** ❌ 5 of 6 planted defects of 1 kinds were found.", Rendered.As("markdown", Missed), StringComparison.Ordinal);
        Assert.Contains("Orders.IX&#95;Total", Rendered.As("markdown", Missed), StringComparison.Ordinal);
        Assert.Contains("5 of 6 planted defects", Rendered.As("html", Missed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("junit")]
    [InlineData("github")]
    [InlineData("sarif")]
    [InlineData("markdown")]
    [InlineData("html")]
    public void No_password_gets_out_with_it(string kind) => Assert.DoesNotContain("secret", Rendered.As(kind, NotDone), StringComparison.Ordinal);
}
