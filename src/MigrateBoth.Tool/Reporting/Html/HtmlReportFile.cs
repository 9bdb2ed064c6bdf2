using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting.Html;

/// <summary>One page that needs nothing but a browser.</summary>
internal sealed class HtmlReportFile : IReportFileFormat
{
    public string Kind => "html";

    public string Render(CheckReport report, long room = long.MaxValue) => HtmlPage.Render(report);
}
