using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The JSON members of a finding.</summary>
internal static class FindingJson
{
    public static void Write(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteStartArray("alsoRules");
        foreach (var rule in finding.AlsoRules)
        {
            json.WriteStringValue(rule);
        }

        json.WriteEndArray();
        json.WriteString("severity", finding.Severity.Name());
        json.WriteString("engine", finding.Engine?.Id() ?? "both");
        json.WriteString("stage", finding.Stage);
        json.WriteString("object", finding.Object.ToString());
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        json.WriteString("message", finding.Message);
        json.WriteString("expected", finding.Expected);
        json.WriteString("actual", finding.Actual);
        json.WriteString("difference", finding.Difference);
        json.WriteString("digest", finding.Digest);
        json.WriteString("advice", finding.Advice);
        if (finding.Cause is { } cause)
        {
            json.WriteStartObject("cause");
            json.WriteString("id", cause.Id);
            json.WriteStartArray("rows");
            foreach (var row in cause.Rows)
            {
                json.WriteStringValue(row);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        if (finding.Objects.Count > 0)
        {
            json.WriteStartArray("objects");
            foreach (var path in finding.Objects)
            {
                json.WriteStringValue(path);
            }

            json.WriteEndArray();
        }

        if (finding.Example is { } example)
        {
            WriteExample(example, json);
        }

        json.WriteString("helpUri", finding.HelpUri);
        json.WriteString("file", finding.Location?.File);
        if (finding.Location is { } location)
        {
            json.WriteNumber("line", location.Line);
        }
        else
        {
            json.WriteNull("line");
        }

        json.WriteBoolean("accepted", finding.Accepted);
        if (finding.Accepted)
        {
            json.WriteString("acceptedBecause", finding.AcceptedBecause);
        }

        json.WriteEndObject();
    }

    private static void WriteExample(FindingExample example, Utf8JsonWriter json)
    {
        json.WriteStartObject("example");
        json.WriteString("linq", example.Linq);
        json.WriteString("input", example.Input);
        foreach (var (engine, side) in new[] { (Engine.Sqlite, example.Sqlite), (Engine.MySql, example.MySql) })
        {
            json.WriteStartObject(engine.Id());
            json.WriteString("sql", side.Sql);
            json.WriteString("result", side.Result);
            json.WriteEndObject();
        }

        json.WriteString("recipe", example.Recipe);
        json.WriteEndObject();
    }
}
