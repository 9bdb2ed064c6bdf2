using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>The findings as the page's script reads them, and the rules that found them.</summary>
internal static class HtmlFindingData
{
    public static void Write(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            Write(finding, json);
        }

        json.WriteEndArray();
        WriteRules(report, json);
    }

    private static void Write(Finding finding, Utf8JsonWriter json)
    {
        var sides = SideNames.Of(finding);
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        if (finding.AlsoRules.Count > 0)
        {
            json.WriteString("rules", finding.Rules);
        }

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

        json.Optional("advice", finding.Advice);
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
        json.Optional("input", example.Input);
        foreach (var (engine, side) in new[] { (Engine.Sqlite, example.Sqlite), (Engine.MySql, example.MySql) })
        {
            json.WriteStartObject(engine.Id());
            json.Optional("sql", side.Sql);
            json.WriteString("result", side.Result);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>Titles and pages of the rules that are used, each once.</summary>
    private static void WriteRules(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject("rules");
        foreach (var group in report.Findings.GroupBy(finding => finding.Rule).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject(group.Key);
            json.Optional("title", RuleSet.ById.GetValueOrDefault(group.Key)?.Title);
            json.Optional("help", group.First().HelpUri);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
