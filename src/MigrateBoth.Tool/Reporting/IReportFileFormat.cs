using MigrateBoth.Core.Reports;

namespace MigrateBoth.Tool.Reporting;

/// <summary>A kind of report file.</summary>
internal interface IReportFileFormat
{
    /// <summary>The word before the equals sign of <c>--report</c>.</summary>
    string Kind { get; }

    /// <summary>The reports of several configurations as one file; null where each needs a file of its own.</summary>
    /// <param name="parts">Their texts.</param>
    string? Join(IReadOnlyList<string> parts) => null;

    /// <summary>The whole text of the file.</summary>
    /// <param name="report">The report; secrets are masked in it.</param>
    /// <param name="room">How many bytes of UTF-8 the destination still takes. Formats that cannot be cut ignore it.</param>
    string Render(CheckReport report, long room = long.MaxValue);
}
