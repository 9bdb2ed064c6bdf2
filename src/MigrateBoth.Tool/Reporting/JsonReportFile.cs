using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Reporting;

/// <summary>The same document as <c>--format json</c>.</summary>
internal sealed class JsonReportFile : IReportFileFormat
{
    public string Kind => "json";

    public string Render(CheckReport report, long room = long.MaxValue) => JsonEnvelope.Render(report.Command, new CheckReportResult(report));
}
