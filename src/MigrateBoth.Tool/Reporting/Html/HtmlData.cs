using System.Globalization;
using System.Text;
using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Reports.SideBySide;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>The report as the page's script reads it. Only the page reads it; the two change together.</summary>
internal static class HtmlData
{
    /// <summary>
    /// JSON that contains only ASCII characters and none with a meaning in HTML: the default encoder escapes <c>&lt;</c>, <c>&amp;</c>,
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
            HtmlFindingData.Write(report, json);
            HtmlLevelData.Write(report, json);
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

        json.WriteStartArray("compared");
        foreach (var side in report.Compared)
        {
            json.WriteStringValue(side.Name);
        }

        json.WriteEndArray();
        json.WriteStartArray("origin");
        foreach (var part in Origin(report))
        {
            json.WriteStringValue(part);
        }

        json.WriteEndArray();
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

    /// <summary>What the report is about and when it was made, for the head of the page.</summary>
    private static IEnumerable<string> Origin(CheckReport report)
    {
        if (report.ProjectFile is { } project)
        {
            yield return Path.GetFileNameWithoutExtension(project);
        }

        if (report.Model is { } model)
        {
            yield return model.Context.Split('.')[^1];
        }

        if (report.Origin is { } origin)
        {
            if (origin.Commit is { } commit)
            {
                yield return origin.Branch is { } branch ? $"{branch} {commit[..Math.Min(10, commit.Length)]}" : commit[..Math.Min(10, commit.Length)];
            }

            yield return origin.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        }

        yield return $"{ToolName.Name} {report.ToolVersion}";
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

    /// <summary>Writes a member that has a value; what is empty is left out.</summary>
    internal static void Optional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
