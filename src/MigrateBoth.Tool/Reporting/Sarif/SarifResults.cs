using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting.Sarif;

/// <summary>The findings as results.</summary>
internal sealed class SarifResults(SourcePaths paths, CheckReport report, SarifRules rules)
{
    /// <summary>GitHub shows no more results of a run. See https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support-for-code-scanning.</summary>
    public const int Most = 5_000;

    public void Write(IReadOnlyList<Finding> findings, Utf8JsonWriter json)
    {
        var shown = findings.Count <= Most ? findings : WorstFirst(findings);
        var fingerprints = Fingerprints.Of(shown);
        json.WriteStartArray("results");
        for (var i = 0; i < shown.Count; i++)
        {
            Write(shown[i], fingerprints[i], json);
        }

        json.WriteEndArray();
    }

    /// <summary>As many as fit, and one more that counts the rest.</summary>
    private static List<Finding> WorstFirst(IReadOnlyList<Finding> findings)
    {
        var sorted = findings.OrderBy(finding => finding.Accepted).ThenByDescending(finding => finding.Severity).ToList();
        var rest = sorted[Most - 1] with
        {
            Object = new ObjectPath("findings"),
            Kind = ObjectKind.Database,
            Message = $"{findings.Count - Most + 1} more findings are not shown here: a run has at most {Most} results. The JSON and HTML reports have all of them.",
            Expected = null,
            Actual = null,
            Advice = null,
            Location = null,
        };
        return [.. sorted.Take(Most - 1), rest];
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

        // GitHub refuses the whole document when one result has no file: what could not be traced to a line is shown at the project, and without
        // a project at the configuration, which need not exist.
        var file = paths.FromRoot(finding.Location?.File ?? report.ProjectFile ?? ConfigurationNames.FileName);
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", UriOf(file));
        if (!Path.IsPathRooted(file))
        {
            json.WriteString("uriBaseId", "%SRCROOT%");
        }

        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", Math.Max(1, finding.Location?.Line ?? 1));
        json.WriteEndObject();
        json.WriteEndObject();

        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        json.WriteString("fullyQualifiedName", finding.Object.ToString());
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
        json.WriteString("object", finding.Object.ToString());
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
