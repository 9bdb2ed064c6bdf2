using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Reporting.MSBuild;

/// <summary>
/// One line per finding, as compilers write them. What <c>--fail-on</c> says is an error is one here too, whatever its own severity: the build must end as
/// the check did. A check that passed is an empty file.
/// </summary>
internal sealed class MSBuildReportFile(SourcePaths paths) : IReportFileFormat
{
    public string Kind => "msbuild";

    public string Join(IReadOnlyList<string> parts) => string.Concat(parts);

    public string Render(CheckReport report, long room = long.MaxValue)
    {
        var project = report.ProjectFile is { } file ? paths.Absolute(file) : ToolName.Name;
        var failures = Failures(report).Select(failure => CanonicalLine.Of(project, null, Severity.Error, failure.Code, failure.Text));
        var findings =
            from finding in report.Findings
            where !finding.Accepted
            let place = finding.Location is { } location ? paths.Absolute(location.File) : project
            select CanonicalLine.Of(place, finding.Location?.Line, LevelOf(finding, report.FailOn), finding.Rule, Text(finding));
        return string.Concat(failures.Concat(findings).Select(line => line + "\n"));
    }

    /// <summary>What is not a finding and fails the build all the same.</summary>
    private static IEnumerable<(string Code, string Text)> Failures(CheckReport report)
    {
        if (report.Error is { } error)
        {
            yield return (error.Code, error.Hint is null ? error.Message : $"{error.Message} {error.Hint}");
        }

        foreach (var stage in report.Stages.Where(stage => stage.Status == StageStatus.Incomplete))
        {
            yield return ("not-verified", $"{stage.Name} could not be verified. {stage.Note ?? "The check did not pass."}");
        }

        if (report.SelfTest is { IsPassed: false } selfTest)
        {
            yield return ("self-test", SelfTestText.Verdict(selfTest));
        }
    }

    private static Severity LevelOf(Finding finding, Severity failOn) => finding.Severity >= failOn ? Severity.Error : finding.Severity;

    private static string Text(Finding finding)
    {
        var message = $"{finding.Message} ({FindingText.Where(finding)})";
        return finding.Advice is null ? message : $"{message} {finding.Advice}";
    }
}

/// <summary>
/// A line that MSBuild and IDEs make an error or a warning of: <c>origin(line): error CODE: text</c>
/// (https://learn.microsoft.com/visualstudio/msbuild/msbuild-diagnostic-format-for-tasks).
/// </summary>
internal static class CanonicalLine
{
    /// <summary>The line, without a line end.</summary>
    /// <param name="origin">A file, or what is to be named in place of one.</param>
    /// <param name="line">The line in the file, or null.</param>
    /// <param name="severity">An info is shown in the log and not counted.</param>
    /// <param name="code">One word.</param>
    /// <param name="text">The message; shown on one line.</param>
    public static string Of(string origin, int? line, Severity severity, string code, string text)
    {
        // A colon ends the origin, but for the one of a drive.
        var file = VisibleText.OneLine(origin);
        var place = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{file}({number}):") : $"{file} :";
        return $"{place} {severity.Name()} {code}: {VisibleText.OneLine(Redaction.MaskSecrets(text))}";
    }
}
