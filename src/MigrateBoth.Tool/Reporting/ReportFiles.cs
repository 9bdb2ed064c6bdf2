using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Reporting.Html;

namespace MigrateBoth.Tool.Reporting;

/// <summary>Writes report files, each whole or not at all.</summary>
internal static class ReportFiles
{
    /// <summary>Removes the reports of an earlier run, so that none of them is taken for this one's if this one ends early.</summary>
    /// <exception cref="MigrateBothException">78: a file is not a report; then none is removed. 2: a file cannot be removed.</exception>
    public static void Clear(IReadOnlyList<ReportTarget> targets)
    {
        foreach (var target in targets)
        {
            target.Sink.ThrowIfTaken();
        }

        foreach (var target in targets)
        {
            target.Sink.Clear();
        }
    }

    /// <summary>Writes all of them.</summary>
    /// <returns>The report; with an error in it, and so incomplete, when a file could not be written.</returns>
    public static CheckReport Write(CheckReport report, IReadOnlyList<ReportTarget> targets)
    {
        if (targets.Count == 0)
        {
            return report;
        }

        var isRead = targets.Any(target => target.Writer is HtmlReportFile);
        var masked = MaskedReport.Of(isRead ? report with { Origin = report.Origin ?? ReportOrigin.Of(report, DateTimeOffset.UtcNow) } : report);
        foreach (var target in targets)
        {
            try
            {
                target.Sink.Write(target.Writer.Render(masked, target.Sink.Room));
            }
            catch (MigrateBothException exception)
            {
                // The other files are written all the same.
                report = report with { Error = report.Error ?? ReportError.From(exception) };
            }
        }

        return report;
    }

    /// <summary>
    /// Does what a report is made from. Where that cannot be done, because the build fails, say, the reports are written too and say so: a build server
    /// that shows nothing looks like one that has nothing to show.
    /// </summary>
    /// <param name="targets">The reports.</param>
    /// <param name="nothing">A report in which nothing was checked.</param>
    /// <param name="work">The work.</param>
    public static async Task<T> OrFailureAsync<T>(IReadOnlyList<ReportTarget> targets, CheckReport nothing, Task<T> work)
    {
        try
        {
            return await work.ConfigureAwait(false);
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            Write(nothing with { Error = ReportError.From(exception) }, targets);
            throw;
        }
    }
}
