using System.Text;
using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Behaviour;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Reports.SideBySide;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>The report as the page's script reads it. The page and this class change together; nobody else reads it.</summary>
internal static class HtmlData
{
    /// <summary>
    /// JSON in which no character but those of ASCII stands, nor any that means something to HTML: the default encoder escapes <c>&lt;</c>, <c>&amp;</c>,
    /// quotes, U+2028 and all the rest, so that nothing in it can end the element that holds it.
    /// </summary>
    public static string Render(CheckReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteHead(report, json);
            WriteStages(report, json);
            json.WriteStartArray("findings");
            foreach (var finding in report.Findings)
            {
                Write(finding, json);
            }

            json.WriteEndArray();
            WriteRules(report, json);
            if (report.SelfTest is { } selfTest)
            {
                WriteSelfTest(selfTest, json);
            }

            if (report.RoundTrip is { } trip)
            {
                HtmlRoundTripData.Write(trip, json);
            }

            if (report.Probes is { } probes)
            {
                WriteProbes(probes, json);
            }

            WriteTests(report.Tests, json);
            if (SchemaComparisonView.Of(report) is { } view)
            {
                HtmlSchemaData.Write(view, json);
            }

            json.WriteEndObject();
        }

        return Redaction.MaskJson(Encoding.ASCII.GetString(buffer.ToArray()));
    }

    private static void WriteHead(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteString("tool", ToolName.Name);
        json.WriteString("version", report.ToolVersion);
        json.WriteString("command", report.Command);
        json.WriteString("outcome", report.Outcome.ToString().ToLowerInvariant());
        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteString("failOn", report.FailOn.Name());
        json.WriteString("summary", report.Summary.ToString());
        if (report.Error is { } error)
        {
            json.WriteStartObject("error");
            json.WriteString("message", error.Message);
            json.WriteString("hint", error.Hint);
            json.WriteEndObject();
        }

        json.WriteStartArray("facts");
        if (report.Model is { } model)
        {
            Fact(json, "Model", $"{model.Context}: {model.EntityTypes} entity types, {model.Tables} tables");
            Fact(json, "EF Core", model.MySqlProvider is null ? model.EfCore : $"{model.EfCore}, {model.MySqlProvider}");
        }

        foreach (var engine in EngineNames.All.Where(report.Engines.ContainsKey))
        {
            var info = report.Engines[engine];
            Fact(json, info.Vendor, $"{info.Version}, {info.Source}{(info.Image is null ? string.Empty : $" {info.Image}")}");
        }

        if (report.Configuration is { } configuration)
        {
            Fact(json, "Configuration", configuration);
        }

        foreach (var ignored in report.Ignored)
        {
            Fact(json, "Left out", ignored);
        }

        json.WriteEndArray();
    }

    private static void Fact(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartArray();
        json.WriteStringValue(name);
        json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteStages(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("stages");
        foreach (var stage in report.Stages)
        {
            json.WriteStartObject();
            json.WriteString("name", stage.Name);
            json.WriteString("status", stage.Status.ToString().ToLowerInvariant());
            json.WriteNumber("checked", stage.Checked);
            json.WriteNumber("milliseconds", (long)stage.Duration.TotalMilliseconds);
            json.WriteString("note", stage.Note);
            json.WriteString("found", FindingSummary.Of(stage.Findings).ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        var sides = SideNames.Of(finding);
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("stage", finding.Stage);
        json.WriteString("engine", finding.Engine?.DisplayName() ?? "both");
        json.WriteString("object", finding.Object.ToString());
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        json.WriteString("message", finding.Message);
        if (finding.Expected is not null || finding.Actual is not null)
        {
            json.WriteString("expected", finding.Expected);
            json.WriteString("actual", finding.Actual);
            json.WriteString("expectedSide", sides.Expected);
            json.WriteString("actualSide", sides.Actual);
        }

        Optional(json, "advice", finding.Advice);
        WriteExample(finding, json);
        if (finding.Location is { } location)
        {
            json.WriteString("location", $"{location.File}:{location.Line}");
        }

        if (finding.Accepted)
        {
            json.WriteBoolean("accepted", true);
            json.WriteString("because", finding.AcceptedBecause);
        }

        json.WriteEndObject();
    }

    private static void WriteExample(Finding finding, Utf8JsonWriter json)
    {
        if (finding.Objects.Count > 0)
        {
            json.WriteStartArray("objects");
            foreach (var path in finding.Objects)
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
        }

        if (finding.Example is not { } example)
        {
            return;
        }

        json.WriteStartObject("example");
        json.WriteString("linq", example.Linq);
        Optional(json, "input", example.Input);
        foreach (var (engine, side) in new[] { (Engine.Sqlite, example.Sqlite), (Engine.MySql, example.MySql) })
        {
            json.WriteStartObject(engine.Id());
            Optional(json, "sql", side.Sql);
            json.WriteString("result", side.Result);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The matrix object × kind of probe.</summary>
    private static void WriteProbes(ProbeMatrix probes, Utf8JsonWriter json)
    {
        json.WriteStartObject("probes");
        json.WriteNumber("planned", probes.Counts.Planned);
        json.WriteNumber("ran", probes.Counts.Ran);
        json.WriteNumber("identical", probes.Counts.Identical);
        json.WriteStartArray("rows");
        foreach (var row in probes.Rows)
        {
            json.WriteStartObject();
            json.WriteString("object", row.Object.ToString());
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
            {
                json.WriteStartObject();
                json.WriteString("probe", JsonNamingPolicy.CamelCase.ConvertName(cell.Probe.ToString()));
                json.WriteString("status", JsonNamingPolicy.CamelCase.ConvertName(cell.Status.ToString()));
                Optional(json, "rule", cell.Rule);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Titles and pages of the rules that are used, each once.</summary>
    private static void WriteRules(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject("rules");
        foreach (var group in report.Findings.GroupBy(finding => finding.Rule).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(group.Key);
            Optional(json, "title", RuleSet.ById.GetValueOrDefault(group.Key)?.Title);
            Optional(json, "help", group.First().HelpUri);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>The matrix test × engine; in a page of a report without tests there is none.</summary>
    private static void WriteTests(IReadOnlyList<TestMatrixRow> tests, Utf8JsonWriter json)
    {
        if (tests.Count == 0)
        {
            return;
        }

        json.WriteStartArray("tests");
        foreach (var test in tests)
        {
            json.WriteStartObject();
            json.WriteString("name", test.Name);
            json.WriteString("project", test.Project);
            json.WriteBoolean("same", test.Verdict is TestVerdict.Same or TestVerdict.OutcomeOnly);
            json.WriteString("verdict", TestWords.Of(test.Verdict));
            foreach (var engine in EngineNames.All.Where(engine => test[engine] is not null))
            {
                json.WriteStartObject(engine.Id());
                json.WriteString("outcome", TestWords.Of(test[engine]!.Outcome));
                json.WriteNumber("milliseconds", (long)test[engine]!.Duration.TotalMilliseconds);
                Optional(json, "message", test[engine]!.Message);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSelfTest(SelfTestResult result, Utf8JsonWriter json)
    {
        json.WriteStartObject("selfTest");
        json.WriteString("outcome", result.IsPassed ? "passed" : result.IsIncomplete ? "incomplete" : "failed");
        json.WriteString("verdict", SelfTestText.Verdict(result));
        json.WriteStartArray("missed");
        foreach (var missed in result.Missed)
        {
            json.WriteStringValue(SelfTestText.Missed(missed));
        }

        json.WriteEndArray();
        json.WriteStartArray("kinds");
        foreach (var kind in result.Scores.GroupBy(score => score.Kind, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind.Key);
            foreach (var score in kind.DistinctBy(score => score.Engine))
            {
                json.WriteStartObject(score.Engine.Id());
                json.WriteNumber("planted", score.Planted);
                json.WriteNumber("found", score.Found);
                Optional(json, "notApplicable", score.NotApplicable);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
