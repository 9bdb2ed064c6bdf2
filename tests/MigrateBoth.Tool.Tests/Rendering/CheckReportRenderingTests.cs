using System.Text.Json;
using System.Text.RegularExpressions;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Tests.Rendering;

public sealed class CheckReportRenderingTests
{
    public static TheoryData<string> Names => ["Passed", "Failed", "Incomplete"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_is_what_the_golden_file_shows(string name) => Golden.Matches($"{name}.txt", Text(Report(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Json_is_what_the_golden_file_shows(string name) =>
        Golden.Matches($"{name}.json", Regex.Replace(Json(Report(name)), "(\"name\": \"migrate-both\",\\s*\"version\": \")[^\"]*", "$1VERSION"));

    [Fact]
    public void On_a_wide_terminal_the_findings_are_a_table()
    {
        var text = Write(SampleReports.Failed, OutputFormat.Text, width: 60, noColor: true);

        Golden.Matches("Terminal.txt", text);
    }

    [Fact]
    public void Text_without_colours_has_no_escape_codes() => Assert.DoesNotContain('\u001b', Text(SampleReports.Failed));

    [Fact]
    public void No_password_reaches_either_format()
    {
        Assert.DoesNotContain("secret", Text(SampleReports.Incomplete), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", Json(SampleReports.Incomplete), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_sorted_by_object_whatever_their_stage()
    {
        var objects = JsonDocument.Parse(Json(SampleReports.Failed)).RootElement.GetProperty("findings").EnumerateArray()
            .Select(finding => finding.GetProperty("object").GetString());

        Assert.Equal(["Customers.Email", "Orders.Note", "Orders.Total"], objects);
    }

    private static CheckReport Report(string name) => name switch
    {
        "Passed" => SampleReports.Passed,
        "Failed" => SampleReports.Failed,
        _ => SampleReports.Incomplete,
    };

    private static string Text(CheckReport report) => Write(report, OutputFormat.Text);

    private static string Json(CheckReport report) => Write(report, OutputFormat.Json);

    private static string Write(CheckReport report, OutputFormat format, int width = 0, bool noColor = false)
    {
        using var output = new StringWriter();
        var console = new ToolConsole
        {
            Out = output,
            Error = TextWriter.Null,
            IsOutTerminal = width > 0,
            Width = width,
            WorkingDirectory = "/",
            Environment = new Dictionary<string, string>(),
        };
        var exitCode = new ResultWriter(console, format, report.Command, noColor).Write(new CheckReportResult(report));
        Assert.Equal(report.ExitCode, exitCode);
        return output.ToString();
    }
}
