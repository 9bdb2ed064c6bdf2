using System.Text.Json;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Sealing;

/// <summary>Reads a sealed report.</summary>
internal static class SealedReportReader
{
    /// <summary>Whether the document has a seal at all.</summary>
    public static bool HasSeal(JsonElement report) =>
        report.ValueKind == JsonValueKind.Object && report.TryGetProperty("seal", out var seal) && seal.ValueKind == JsonValueKind.Object;

    /// <summary>The version of the seal, or null when it has none.</summary>
    public static int? VersionOf(JsonElement report) =>
        report.GetProperty("seal").TryGetProperty("version", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) ? number : null;

    /// <summary>Reads the seal and the parts of a report that <c>gate</c> evaluates.</summary>
    /// <exception cref="JsonException">Something is missing, twice there, or of another kind than the tool writes.</exception>
    public static SealedReport Read(JsonElement report)
    {
        try
        {
            return ReadOrThrow(report);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // What System.Text.Json throws for members that are not there or not what they should be.
            throw new JsonException(exception.Message, exception);
        }
    }

    private static SealedReport ReadOrThrow(JsonElement report)
    {
        // First of all: a member that is there twice would be read as one of the two.
        var content = ReportSeal.Content(report);
        var seal = report.GetProperty("seal");
        var hasStages = report.TryGetProperty("stages", out var stages);
        return new SealedReport
        {
            Command = Text(report, "command"),
            ToolVersion = Text(report.GetProperty("tool"), "version"),
            SchemaVersion = report.GetProperty("schemaVersion").GetInt32(),
            Outcome = Text(report, "outcome"),
            ExitCode = report.GetProperty("exitCode").GetInt32(),
            Error = report.TryGetProperty("error", out var error) ? TextOrNull(error, "message") ?? "an error without a message" : null,
            Stages = hasStages ? [.. stages.EnumerateArray().Select(Stage)] : [],
            Findings = hasStages ? [.. report.GetProperty("findings").EnumerateArray().Select(Finding)] : [],
            Server = report.TryGetProperty("engines", out var engines) && engines.TryGetProperty("mysql", out var server) ? Server(server) : null,
            Created = SealTime.Read(Text(seal, "created")) ?? throw new JsonException("'created' is no time."),
            FailOn = SeverityNames.All.TryGetValue(Text(seal, "failOn"), out var failOn) ? failOn : throw new JsonException("'failOn' is no severity."),
            NotBuilt = seal.GetProperty("noBuild").GetBoolean() ? TextOrNull(seal, "notBuilt") ?? "no reason is given" : null,
            Build = seal.GetProperty("build") is { ValueKind: JsonValueKind.Object } build ? Build(build) : null,
            Secrets = seal.GetProperty("inputs") is { ValueKind: JsonValueKind.Object } made && made.GetProperty("secrets") is { ValueKind: JsonValueKind.Object } secrets
                ? new SecretsDigest(Text(secrets, "salt"), Text(secrets, "digest"))
                : null,
            Filter = TextOrNull(seal, "filter"),
            Shard = TextOrNull(seal, "shard"),
            Inputs = seal.GetProperty("inputs") is { ValueKind: JsonValueKind.Object } inputs ? Inputs(inputs) : null,
            Obstacle = TextOrNull(seal, "obstacle"),
            Integrity = Text(seal, "integrity"),
            Signature = TextOrNull(seal, "signature"),
            Content = content,
        };
    }

    private static ReportedStage Stage(JsonElement stage) => new(Text(stage, "name"), Text(stage, "status"), stage.GetProperty("checked").GetInt32());

    private static EngineInfo Server(JsonElement server) => new(Text(server, "vendor"), Text(server, "version"), Text(server, "source"), TextOrNull(server, "image"))
    {
        Required = server.TryGetProperty("required", out var required)
            ? [.. required.EnumerateArray().Select(one => new ServerRequirement(Text(one, "named"), TextOrNull(one, "vendor"), TextOrNull(one, "oldest"), TextOrNull(one, "image")))]
            : [],
    };

    private static ReportedFinding Finding(JsonElement finding) => new(
        Text(finding, "rule"),
        SeverityNames.All.TryGetValue(Text(finding, "severity"), out var severity) ? severity : throw new JsonException("A finding has no known severity."),
        Text(finding, "object"),
        TextOrNull(finding, "difference") ?? string.Empty,
        TextOrNull(finding, "digest"),
        finding.GetProperty("accepted").GetBoolean());

    private static CheckedInputs Inputs(JsonElement inputs) =>
        new(Text(inputs, "configuration"), InputGroups.All.ToDictionary(group => group, group => Files(inputs.GetProperty(InputGroups.NameOf(group)))));

    private static InputFiles Files(JsonElement group) => new(Text(group, "digest"), Digests(group, "files"));

    private static BuildFacts Build(JsonElement build) => new(Text(build, "sdk"), Digests(build, "elsewhere"), Digests(build, "packages"), Digests(build, "assemblies"));

    private static Dictionary<string, string> Digests(JsonElement element, string name) =>
        element.GetProperty(name).EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString() ?? string.Empty, StringComparer.Ordinal);

    private static string Text(JsonElement element, string name) => TextOrNull(element, name) ?? throw new JsonException($"'{name}' is missing.");

    private static string? TextOrNull(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
}
