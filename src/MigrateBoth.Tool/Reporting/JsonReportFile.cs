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
}
