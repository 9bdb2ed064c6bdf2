using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting;

/// <summary>A kind of report file.</summary>
internal interface IReportFileFormat
{
    /// <summary>The word before the equals sign of <c>--report</c>.</summary>
    string Kind { get; }

    /// <summary>The whole text of the file.</summary>
    string Render(CheckReport report);
}
