using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Sealing;

/// <summary>Adds to a report what <c>gate</c> goes by: what was checked, what was asked for, and digests that show whether somebody changed it.</summary>
internal static class ReportSealer
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report with its seal.</summary>
    /// <param name="document">The JSON document of the report.</param>
    /// <param name="provenance">What it was made from.</param>
    /// <param name="failOn">The mildest severity that failed the check.</param>
    /// <param name="key">What to sign with, or null.</param>
    public static string Seal(string document, CheckProvenance provenance, Severity failOn, SealKey? key)
    {
        var report = JsonNode.Parse(document)!.AsObject();
        var seal = new JsonObject
        {
            ["version"] = ReportSeal.Version,
            ["created"] = SealTime.Write(provenance.Created),
            ["failOn"] = failOn.Name(),
            ["noBuild"] = provenance.NoBuild,
            ["filter"] = provenance.Filter,
            ["shard"] = provenance.Shard,
            ["inputs"] = provenance.Inputs is { } inputs ? Inputs(inputs) : null,
            ["obstacle"] = provenance.Obstacle,
        };
        report["seal"] = seal;

        var content = ReportSeal.Content(JsonSerializer.SerializeToElement(report));
        seal["integrity"] = ReportSeal.Integrity(content);
        if (key is not null)
        {
            seal["signature"] = key.Sign(content);
        }

        return JsonEnvelope.Disarm(report.ToJsonString(Layout)) + "\n";
    }

    private static JsonObject Inputs(CheckedInputs inputs)
    {
        var json = new JsonObject { ["configuration"] = inputs.Configuration };
        foreach (var (group, files) in inputs.Groups.OrderBy(group => group.Key))
        {
            json[InputGroups.NameOf(group)] = new JsonObject
            {
                ["digest"] = files.Digest,
                ["files"] = new JsonObject(files.Files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => KeyValuePair.Create(file.Key, (JsonNode?)file.Value))),
            };
        }

        return json;
    }
}
