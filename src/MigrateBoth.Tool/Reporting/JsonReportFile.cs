using System.Text.Json;
using System.Text.Json.Nodes;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Reporting;

/// <summary>The same document as <c>--format json</c>, sealed where it is known what it was made from.</summary>
internal sealed class JsonReportFile(SealKey? key) : IReportFileFormat
{
    public string Kind => "json";

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var document = JsonEnvelope.Render(report.Command, new CheckReportResult(report));
        return report.Provenance is { } provenance ? ReportSealer.Seal(document, provenance, report.FailOn, key) : document;
    }

    public string Join(IReadOnlyList<string> parts)
    {
        var documents = parts.Select(part => JsonNode.Parse(part)!.AsObject()).ToList();
        return documents.Count == 0 ? string.Empty : JsonEnvelope.Render((string)documents[0]["command"]!, new Joined(documents));
    }

    private sealed record Joined(IReadOnlyList<JsonObject> Documents) : ICommandResult
    {
        public ExitCode ExitCode => Documents.Max(document => (ExitCode)(int)document["exitCode"]!);

        public void WriteText(TextOutput output) => throw new NotSupportedException();

        public void WriteJson(Utf8JsonWriter json) => SeveralJson.Write(Documents, json);
    }
}
