using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Reporting.JUnit;

namespace MigrateBoth.Tool.Tests.Reporting;

/// <summary>Every name comes out of every kind of report as it went in, or shown as what it is, and none of them does anything there.</summary>
public sealed partial class HostileNameTests
{
    private static readonly List<Finding> Open = [.. HostileReports.Report.Findings.Where(finding => !finding.Accepted)];

    [Fact]
    public void Json_on_stdout_and_in_a_file_holds_them_exactly()
    {
        foreach (var text in new[] { Rendered.Output(OutputFormat.Json, HostileReports.Report), Rendered.As("json", HostileReports.Report) })
        {
            var findings = JsonDocument.Parse(text).RootElement.GetProperty("findings").EnumerateArray().ToList();

            Assert.Equal(HostileReports.Report.Findings.Select(f => f.Object.ToString()), findings.Select(f => f.GetProperty("object").GetString()));
            Assert.Equal(HostileReports.Report.Findings.Select(f => f.Advice), findings.Select(f => f.GetProperty("advice").GetString()));
            AssertNoRunnerCommand(text);
        }
    }

    [Fact]
    public void Text_shows_them_on_their_lines_and_steers_no_terminal_and_no_runner()
    {
        var text = Rendered.Output(OutputFormat.Text, HostileReports.Report);

        Assert.DoesNotContain(text, character => character != '\n' && VisibleText.IsInvisible(character));
        AssertNoRunnerCommand(text);
        Assert.All(Open, finding => Assert.Contains(RunnerCommands.Disarm(VisibleText.OneLine(finding.Object.ToString())), text, StringComparison.Ordinal));
    }

    [Fact]
    public void Sarif_holds_them_exactly()
    {
        var results = JsonDocument.Parse(Rendered.As("sarif", HostileReports.Report)).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(
            HostileReports.Report.Findings.Select(f => f.Object.ToString()),
            results.Select(r => r.GetProperty("locations")[0].GetProperty("logicalLocations")[0].GetProperty("fullyQualifiedName").GetString()));
        Assert.All(results, result => Assert.DoesNotMatch(@"(?<!\\)\[[^\[\]]*\]\(", result.GetProperty("message").GetProperty("text").GetString()));
    }

    [Fact]
    public void JUnit_is_xml_that_holds_them()
    {
        var xml = XDocument.Parse(Rendered.As("junit", HostileReports.Report), LoadOptions.PreserveWhitespace);
        var names = xml.Descendants("testcase").Select(test => test.Attribute("name")!.Value).ToList();

        Assert.All(Open, finding => Assert.Contains(names, name => name.StartsWith($"MB301 {XmlText.Of(finding.Object.ToString())} (", StringComparison.Ordinal)));
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public void Markdown_shows_them_as_text_in_rows_of_the_right_width()
    {
        var markdown = Rendered.As("markdown", HostileReports.Report);
        var beforeDiagram = markdown.Split("```mermaid")[0];

        // The only tags are the report's own.
        Assert.All(Tag().Matches(beforeDiagram), tag => Assert.Contains(tag.Value, new[] { "<code>", "</code>", "<br>", "<sub>", "</sub>", "<details>", "</details>", "<summary>", "</summary>" }));
        var rows = beforeDiagram.Split('\n').Where(line => line.StartsWith("| 🔴", StringComparison.Ordinal) || line.StartsWith("| 🟡", StringComparison.Ordinal)).ToList();
        Assert.Equal(Open.Count, rows.Count);
        Assert.All(rows, row => Assert.Equal(7, row.Count(character => character == '|')));
        Assert.All(Open, finding => Assert.Contains(rows, row => Cell(row, 2).StartsWith(VisibleText.Lines(finding.Object.ToString()), StringComparison.Ordinal)));
        AssertNoRunnerCommand(beforeDiagram);
    }

    [Fact]
    public void A_diagram_in_Markdown_ends_where_it_should()
    {
        var markdown = Rendered.As("markdown", HostileReports.Report);
        var diagram = markdown.Split("```mermaid\n")[1].Split("```")[0];

        Assert.Equal(2, markdown.Split('\n').Count(line => line.StartsWith("```", StringComparison.Ordinal)));
        Assert.DoesNotContain("%%", diagram, StringComparison.Ordinal);
        Assert.All(
            diagram.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1),
            line => Assert.Matches("""^  (t\d+\["[^"<>`%]*"\] \{|  [A-Za-z]\w* [A-Za-z]\w* "[^"<>`%]*"|\}|t\d+ \}o(--|\.\.)(\|\||o\|) t\d+ : "[^"<>`%]*")$""", line));
    }

    [Fact]
    public void Annotations_are_one_line_each_and_unescape_to_what_they_show()
    {
        var lines = Rendered.As("github", HostileReports.Report).TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.Matches(@"^::(error|warning|notice) (file=[^:,]*,(line=\d+,)?)?title=[^:,]*::[^\r\n]+$", line));
        // Only from the title on: the file's name has to stay as it is and is not displayed.
        Assert.All(lines, line => Assert.DoesNotContain(line[line.IndexOf("title=", StringComparison.Ordinal)..], character => VisibleText.IsInvisible(character)));
        // Names come in the order of the findings until ten are there.
        var titles = lines.Select(line => Unescape(Title().Match(line).Groups[1].Value)).ToList();
        Assert.All(Open.Where(f => f.Severity == Severity.Error).Take(6), finding => Assert.Contains($"MB301 {VisibleText.OneLine(finding.Object.ToString())} (parity)", titles));
    }

    [Fact]
    public void Names_of_tests_are_as_harmless()
    {
        var report = HostileReports.Report with
        {
            Tests = [.. HostileReports.Names.Select(name => new TestMatrixRow
            {
                Project = "Shop.Tests",
                Name = name,
                Sqlite = new TestCell(TestOutcome.Passed, TimeSpan.Zero, null),
                MySql = new TestCell(TestOutcome.Failed, TimeSpan.Zero, name),
                Verdict = TestVerdict.Different,
            })],
        };

        var results = XDocument.Parse(Rendered.As("trx", report), LoadOptions.PreserveWhitespace).Descendants().Where(element => element.Name.LocalName == "UnitTestResult").ToList();
        Assert.All(HostileReports.Names, name => Assert.Equal(2, results.Count(result => result.Attribute("testName")!.Value.StartsWith(XmlText.Of(name), StringComparison.Ordinal))));

        var markdown = Rendered.As("markdown", report);
        var rows = markdown.Split("### Tests")[1].Split('\n').Where(line => line.StartsWith("| <code>", StringComparison.Ordinal)).ToList();
        Assert.Equal(HostileReports.Names.Select(name => VisibleText.Lines(name)), rows.Select(row => Cell(row, 0)));
        Assert.All(rows, row => Assert.Equal(5, row.Count(character => character == '|')));
        AssertNoRunnerCommand(Rendered.Output(OutputFormat.Json, report));
        XDocument.Parse(Rendered.As("junit", report));
    }

    /// <summary>What the runner does with the text of a command.</summary>
    private static string Unescape(string text) => text
        .Replace("%0D", "\r", StringComparison.Ordinal).Replace("%0A", "\n", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal).Replace("%25", "%", StringComparison.Ordinal);

    private static string Cell(string row, int column) =>
        WebUtility.HtmlDecode(Tag().Replace(row.Split('|')[column + 1].Replace("<br>", "\n", StringComparison.Ordinal), string.Empty)).Trim(' ');

    private static void AssertNoRunnerCommand(string text)
    {
        Assert.DoesNotContain("##[", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("title=([^:,]*)::")]
    private static partial Regex Title();
}
