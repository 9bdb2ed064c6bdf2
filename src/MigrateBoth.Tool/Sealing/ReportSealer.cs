using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Sealing;

/// <summary>What is computed over a whole report to tell whether it is still as it was written.</summary>
internal static class ReportSeal
{
    /// <summary>The version of the member <c>seal</c>.</summary>
    public const int Version = 2;

    /// <summary>The whole report except the values that are computed from it.</summary>
    /// <exception cref="JsonException">A member is there twice.</exception>
    public static byte[] Content(JsonElement report) => CanonicalJson.Of(report, path => path is "seal.integrity" or "seal.signature");

    /// <summary>The digest without a key, which anyone can compute.</summary>
    public static string Integrity(byte[] content) => $"sha256:{Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant()}";
}

/// <summary>How a seal writes the time: UTC, to the second.</summary>
internal static class SealTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}

/// <summary>Adds the seal that <c>gate</c> evaluates: the inputs, the requested options, and digests that show whether the report was changed.</summary>
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
            ["noBuild"] = provenance.NotBuilt is not null,
            ["notBuilt"] = Masked(provenance.NotBuilt),
            ["filter"] = provenance.Filter,
            ["shard"] = provenance.Shard,
            ["inputs"] = provenance.Inputs is { } inputs ? Inputs(inputs, key) : null,
            ["build"] = provenance.Build is { } build ? Build(build) : null,
            ["obstacle"] = Masked(provenance.Obstacle),
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

    private static JsonObject Inputs(CheckedInputs inputs, SealKey? key)
    {
        var json = new JsonObject
        {
            ["configuration"] = inputs.Configuration,
            ["secrets"] = SecretsDigest.Of(inputs.Secrets, key) is { } secrets ? new JsonObject { ["salt"] = secrets.Salt, ["digest"] = secrets.Digest } : null,
            ["ignored"] = new JsonArray([.. inputs.Ignored.Select(pattern => (JsonNode?)pattern)]),
        };
        foreach (var (group, files) in inputs.Groups.OrderBy(group => group.Key))
        {
            json[InputGroups.NameOf(group)] = new JsonObject
            {
                ["digest"] = files.Digest,
                ["files"] = Files(files.Files),
            };
        }

        return json;
    }

    private static JsonObject Build(BuildFacts build) => new()
    {
        ["sdk"] = build.Sdk,
        ["elsewhere"] = Files(build.Elsewhere),
        ["packages"] = Files(build.Packages),
        ["assemblies"] = Files(build.Assemblies),
    };

    private static JsonObject Files(IReadOnlyDictionary<string, string> files) =>
        new(files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => KeyValuePair.Create(file.Key, (JsonNode?)file.Value)));

    private static string? Masked(string? text) => text is null ? null : Redaction.MaskSecrets(text);
}
