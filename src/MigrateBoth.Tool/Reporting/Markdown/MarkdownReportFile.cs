using System.Text;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Reports.SideBySide;

namespace MigrateBoth.Tool.Reporting.Markdown;

/// <summary>
/// Markdown for the summary page of a GitHub Actions run. GitHub refuses a summary of more than one MiB as a whole, so whatever the size of the
/// database there is room for: the verdict and the stages always, then the findings, worst first, then their diagram.
/// </summary>
internal sealed class MarkdownReportFile : IReportFileFormat
{
    /// <summary>The size in bytes that GitHub takes for a step, a little less than it says.</summary>
    public const long SummaryLimit = (1024 * 1024) - 1024;

    public string Kind => "markdown";

    public string Join(IReadOnlyList<string> parts) => string.Concat(parts);

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var left = Math.Min(room, SummaryLimit);
        var markdown = new StringBuilder();
        var isWhole = Add(MarkdownOverview.Of(report));
        var diagram = SchemaComparisonView.Of(report) is { } view ? ErDiagram.Of(view, report.Findings) : null;
        var findings = isWhole ? MarkdownFindings.Of(report, left - Size(diagram)) : string.Empty;
        if (Add(findings) && diagram is not null)
        {
            Add(diagram);
        }

        Add(MarkdownMatrix.Of(report.Tests, left));

        return markdown.ToString();

        bool Add(string text)
        {
            var size = Size(text);
            if (size > left)
            {
                return false;
            }

            markdown.Append(text);
            left -= size;
            return true;
        }
    }

    private static long Size(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
