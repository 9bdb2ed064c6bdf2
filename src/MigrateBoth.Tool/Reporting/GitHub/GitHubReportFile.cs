using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.GitHub;

/// <summary>
/// Annotations of a GitHub Actions run. GitHub shows ten of each level per step and drops the rest without a word, so there are never more, and the
/// last one counts those that had no room.
/// </summary>
internal sealed class GitHubReportFile(SourcePaths paths) : IReportFileFormat
{
    private const int PerLevel = 10;

    public string Kind => "github";

    public string Join(IReadOnlyList<string> parts) => string.Concat(parts);

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var annotations = Failures(report).Concat(
            from finding in report.Findings
            where !finding.Accepted
            orderby finding.Severity descending
            select new Annotation(finding.Severity, Of(finding))).ToList();
        var lines = annotations.GroupBy(annotation => annotation.Severity)
            .OrderByDescending(level => level.Key)
            .SelectMany(level => Limited(level.Key, [.. level.Select(annotation => annotation.Line)]));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>What is not a finding and fails the step all the same comes first.</summary>
    private static IEnumerable<Annotation> Failures(CheckReport report)
    {
        if (report.Error is { } error)
        {
            var text = error.Hint is null ? error.Message : $"{error.Message}\n{error.Hint}";
            yield return Error($"{ToolName.Name} {report.Command}: {error.Code}", text);
        }

        foreach (var stage in report.Stages.Where(stage => stage.Status == StageStatus.Incomplete))
        {
            yield return Error($"{ToolName.Name} {report.Command}: {stage.Name} could not be verified", stage.Note ?? "The check did not pass.");
        }

        foreach (var failure in report.SelfTest is { } selfTest ? Failures(selfTest, report.Command) : [])
        {
            yield return failure;
        }
    }

    /// <summary>A check that overlooks what was planted cannot be trusted for what it did not find.</summary>
    private static IEnumerable<Annotation> Failures(SelfTestResult result, string command)
    {
        if (!result.IsPassed)
        {
            yield return Error($"{ToolName.Name} {command}: self-test", SelfTestText.Verdict(result));
        }

        foreach (var missed in result.Missed)
        {
            yield return Error($"{ToolName.Name} {command}: self-test, {missed.Kind}", SelfTestText.Missed(missed));
        }
    }

    private static Annotation Error(string title, string text) => new(Severity.Error, WorkflowCommand.Annotation(Severity.Error, title, text));

    private string Of(Finding finding) => WorkflowCommand.Annotation(
        finding.Severity,
        $"{finding.Rules} {finding.Object} ({FindingText.Where(finding)})",
        FindingText.Plain(finding),
        finding.Location is { } location ? paths.FromRoot(location.File) : null,
        finding.Location?.Line);

    private static IEnumerable<string> Limited(Severity severity, IReadOnlyList<string> lines)
    {
        if (lines.Count <= PerLevel)
        {
            return lines;
        }

        var hidden = lines.Count - (PerLevel - 1);
        return lines.Take(PerLevel - 1).Append(WorkflowCommand.Annotation(
            severity, $"{hidden} more of level {severity.Name()}", $"{hidden} more of level {severity.Name()} are not shown here: see the other reports of this run."));
    }

    private sealed record Annotation(Severity Severity, string Line);
}
