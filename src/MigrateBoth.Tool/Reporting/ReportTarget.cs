using MigrateBoth.Tool.Reporting.Sinks;

namespace MigrateBoth.Tool.Reporting;

/// <summary>One <c>--report KIND=PATH</c>.</summary>
/// <param name="Writer">What writes this kind.</param>
/// <param name="Sink">Where it goes.</param>
internal sealed record ReportTarget(IReportFileFormat Writer, IReportSink Sink)
{
    /// <summary>Whether a release gate may be shown it.</summary>
    public bool IsSealed => Writer is JsonReportFile;
}
