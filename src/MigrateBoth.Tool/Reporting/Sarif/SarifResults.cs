using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
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
        // The fingerprint that GitHub uses; otherwise it would hash the line of the migration, which many findings share.
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

/// <summary>
/// Tells the same finding from another one across runs. It is made of what a finding is about and not of what it says: an alert keeps its history when a
/// line moves, a wording is improved, or the difference grows from three characters to five.
/// </summary>
internal static class Fingerprints
{
    /// <summary>The fingerprint of each finding, in order; findings about the same thing are numbered.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(finding =>
        {
            var identity = Identity(finding);
            seen[identity] = seen.GetValueOrDefault(identity) + 1;
            return $"{identity}:{seen[identity].ToString(CultureInfo.InvariantCulture)}";
        })];
    }

    private static string Identity(Finding finding)
    {
        // A name may hold any character but this one.
        var parts = string.Join('\0', finding.Rule, finding.Stage, finding.Engine?.Id() ?? "both", finding.Kind.ToString(), finding.Object.ToString());
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(parts)))[..32].ToLowerInvariant();
    }
}

/// <summary>How text and severities are written in SARIF.</summary>
internal static partial class SarifText
{
    /// <summary>A message; what looks like an embedded link (section 3.11.6 of the standard) stays text.</summary>
    public static void WriteMessage(Utf8JsonWriter json, string text)
    {
        json.WriteStartObject("message");
        json.WriteString("text", Link().Replace(Redaction.MaskSecrets(text), @"\["));
        json.WriteEndObject();
    }

    /// <summary>The level of a severity.</summary>
    public static string Level(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };

    [GeneratedRegex(@"\[(?=[^\[\]]*\]\()")]
    private static partial Regex Link();
}
