using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>SARIF 2.1.0, as code scanning services read it.</summary>
internal sealed class SarifReportFile(SourcePaths paths) : IReportFileFormat
{
    /// <summary>The schema that the document follows.</summary>
    public const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private const string InformationUri = "https://github.com/migrateboth/migrateboth";

    // The default encoder: a report ends up in web pages.
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public string Kind => "sarif";

    /// <summary>A run for each as far as GitHub takes them.</summary>
    public string Join(IReadOnlyList<string> parts)
    {
        if (parts.Count == 0)
        {
            return string.Empty;
        }

        var documents = parts.Select(part => JsonNode.Parse(part)!.AsObject()).ToList();
        documents[0]["runs"] = SarifRuns.Join([.. documents.SelectMany(document => document["runs"]!.AsArray()).Select(run => run!.AsObject())]);
        return documents[0].ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n";
    }

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var findings = report.Findings;
        var rules = new SarifRules(findings);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(report, rules, json);
            WriteAutomation(report, json);
            WriteInvocation(report, json);
            new SarifResults(paths, report, rules).Write(findings, json);
            json.WriteString("columnKind", "utf16CodeUnits");
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Redaction.MaskJson(Encoding.UTF8.GetString(buffer.ToArray())) + "\n";
    }

    private static void WriteTool(CheckReport report, SarifRules rules, Utf8JsonWriter json)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", ToolName.Name);
        json.WriteString("version", report.ToolVersion);
        json.WriteString("semanticVersion", report.ToolVersion);
        json.WriteString("informationUri", InformationUri);
        rules.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The category under which a service keeps runs of different commands apart.</summary>
    private static void WriteAutomation(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"{ToolName.Name}/{report.Command}/{(report.Configuration is { } configuration ? $"{configuration}/" : string.Empty)}");
        json.WriteEndObject();
    }

    /// <summary>A check that could not be finished must not look like one that found nothing.</summary>
    private static void WriteInvocation(CheckReport report, Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", report.Outcome != Outcome.Incomplete);
        json.WriteNumber("exitCode", (int)report.ExitCode);
        json.WriteStartArray("toolExecutionNotifications");
        if (report.Error is { } error)
        {
            Notify(json, error.Code, error.Hint is null ? error.Message : $"{error.Message}\n{error.Hint}");
        }

        foreach (var stage in report.Stages.Where(stage => stage.Status == StageStatus.Incomplete))
        {
            Notify(json, $"{stage.Name}-incomplete", $"The stage {stage.Name} could not be verified. {stage.Note}".TrimEnd());
        }

        if (report.SelfTest is { IsPassed: false } selfTest)
        {
            Notify(json, "self-test", string.Join('\n', selfTest.Missed.Select(SelfTestText.Missed).Prepend(SelfTestText.Verdict(selfTest))));
        }

        foreach (var ignored in report.Ignored)
        {
            Notify(json, "ignored", $"Left out: {ignored}", "note");
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Notify(Utf8JsonWriter json, string id, string text, string level = "error")
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", id);
        json.WriteEndObject();
        json.WriteString("level", level);
        SarifText.WriteMessage(json, text);
        json.WriteEndObject();
    }
}
