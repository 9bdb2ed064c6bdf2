using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>The findings as results.</summary>
internal sealed class SarifResults(SourcePaths paths, CheckReport report, SarifRules rules)
{
    public void Write(IReadOnlyList<Finding> findings, Utf8JsonWriter json)
    {
        var fingerprints = Fingerprints.Of(findings);
        json.WriteStartArray("results");
        for (var i = 0; i < findings.Count; i++)
        {
            Write(findings[i], fingerprints[i], json);
        }

        json.WriteEndArray();
    }

    private void Write(Finding finding, string fingerprint, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", rules.IndexOf(finding.Rule));
        json.WriteString("level", SarifText.Level(finding.Severity));
        SarifText.WriteMessage(json, FindingText.Plain(finding));
        WriteLocation(finding, json);
        json.WriteStartObject("partialFingerprints");
        json.WriteString("migrateBoth/v1", fingerprint);
        // The one that GitHub goes by; left to itself it would hash the line of the migration, which many findings share.
        json.WriteString("primaryLocationLineHash", fingerprint);
        json.WriteEndObject();
        if (finding.Accepted)
        {
            WriteSuppression(finding, json);
        }

        WriteProperties(finding, json);
        json.WriteEndObject();
    }

    private void WriteLocation(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("locations");
        json.WriteStartObject();

        // Services show nothing that has no file: what could not be traced to a line is shown at the project.
        if ((finding.Location?.File ?? report.ProjectFile) is { } file)
        {
            json.WriteStartObject("physicalLocation");
            json.WriteStartObject("artifactLocation");
            json.WriteString("uri", UriOf(paths.FromRoot(file)));
            if (!Path.IsPathRooted(paths.FromRoot(file)))
            {
                json.WriteString("uriBaseId", "%SRCROOT%");
            }

            json.WriteEndObject();
            json.WriteStartObject("region");
            json.WriteNumber("startLine", Math.Max(1, finding.Location?.Line ?? 1));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Object);
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>A path as a URI reference: relative to the root of the sources, or a file URI.</summary>
    private static string UriOf(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? $"file://{escaped}"
            : Path.IsPathRooted(path) ? $"file:///{escaped.Replace("%3A", ":", StringComparison.Ordinal)}"
            : escaped;
    }

    private static void WriteSuppression(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartArray("suppressions");
        json.WriteStartObject();
        json.WriteString("kind", "external");
        json.WriteString("status", "accepted");
        if (finding.AcceptedBecause is not null)
        {
            json.WriteString("justification", finding.AcceptedBecause);
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteProperties(Finding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject("properties");
        json.WriteString("stage", finding.Stage);
        json.WriteString("engine", finding.Engine?.Id() ?? "both");
        json.WriteString("object", finding.Object);
        if (finding.Expected is not null)
        {
            json.WriteString("expected", finding.Expected);
        }

        if (finding.Actual is not null)
        {
            json.WriteString("actual", finding.Actual);
        }

        json.WriteEndObject();
    }
}
