using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Rendering;

/// <summary>The last line: what it comes to, and why the process ends as it does.</summary>
internal static class Verdict
{
    public static void Write(CheckReport report, TextOutput output)
    {
        var (text, style) = report.Outcome switch
        {
            Outcome.Passed => ($"Passed: {Checked(report)}, {report.Summary}.", TextStyle.Good),
            Outcome.Failed => ($"Failed: {Failed(report)}{report.Summary} ({Threshold(report)}).{Worst(report)}{Missed(report)}", TextStyle.Bad),
            _ => ($"Incomplete: {NotVerified(report)}. The check did not pass.{Found(report)}", TextStyle.Warning),
        };
        output.Line(text, style);
    }

    private static string Checked(CheckReport report)
    {
        var ran = report.Stages.Where(stage => stage.Status == StageStatus.Passed).ToList();
        return $"{string.Join(", ", ran.Select(stage => stage.Name))} ({ran.Sum(stage => stage.Checked)} facts checked)";
    }

    /// <summary>How many findings each failed stage has: the table above may have left the window.</summary>
    private static string Failed(CheckReport report)
    {
        var failed = report.Stages.Where(stage => stage.Status == StageStatus.Failed)
            .Select(stage => $"{stage.Name} {stage.Findings.Count(finding => !finding.Accepted && finding.Severity >= report.FailOn)}");
        return string.Join(", ", failed) is { Length: > 0 } counts ? $"{counts}; " : string.Empty;
    }

    /// <summary>The worst finding, in a sentence; empty where there is none.</summary>
    public static string Worst(CheckReport report) =>
        report.Findings.Where(finding => !finding.Accepted).OrderByDescending(finding => finding.Severity).FirstOrDefault() is { } worst
            ? $" Worst: {worst.Rule} {VisibleText.OneLine(worst.Object.ToString())}."
            : string.Empty;

    private static string Missed(CheckReport report) => report.SelfTest is { Missed.Count: > 0 and var missed }
        ? $" The self-test missed {missed} planted defect{(missed == 1 ? string.Empty : "s")}: a pass on this schema cannot be trusted."
        : string.Empty;

    private static string Threshold(CheckReport report) =>
        report.FailOn == Severity.Error ? "errors fail the check" : $"--fail-on {report.FailOn.Name()}";

    private static string NotVerified(CheckReport report)
    {
        var names = report.Stages.Where(stage => stage.Status == StageStatus.Incomplete).Select(stage => stage.Name).ToList();
        if (report.SelfTest is { IsIncomplete: true })
        {
            names.Add("self-test");
        }

        return names.Count == 0 ? "nothing was checked" : $"{string.Join(", ", names)} could not be verified";
    }

    private static string Found(CheckReport report) =>
        report.Summary is { Error: 0, Warning: 0, Info: 0, Accepted: 0 } ? string.Empty : $" So far: {report.Summary}.";
}
