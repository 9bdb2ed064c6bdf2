using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Reporting.GitHub;
using MigrateBoth.Tool.Reporting.Html;
using MigrateBoth.Tool.Reporting.JUnit;
using MigrateBoth.Tool.Reporting.Markdown;
using MigrateBoth.Tool.Reporting.MSBuild;
using MigrateBoth.Tool.Reporting.Sarif;
using MigrateBoth.Tool.Reporting.Sinks;
using MigrateBoth.Tool.Reporting.Trx;
using MigrateBoth.Tool.Sealing;

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

/// <summary>One <c>--report KIND=PATH</c>.</summary>
/// <param name="Writer">What writes this kind.</param>
/// <param name="Sink">Where it goes.</param>
internal sealed record ReportTarget(IReportFileFormat Writer, IReportSink Sink)
{
    /// <summary>Whether a release gate may be shown it.</summary>
    public bool IsSealed => Writer is JsonReportFile;
}

/// <summary>All kinds of report files.</summary>
internal static class ReportFileFormats
{
    /// <summary>The path that represents stderr.</summary>
    private const string StandardError = "-";

    /// <summary>The names of all kinds.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. All(new SourcePaths("/"), key: null).Select(format => format.Kind)];

    /// <summary>Reads the values of <c>--report</c>.</summary>
    /// <exception cref="MigrateBothException">64: not KIND=PATH, or a kind that does not exist. 78: the key to sign with is too short.</exception>
    public static IReadOnlyList<ReportTarget> Parse(IEnumerable<string> values, ToolConsole console)
    {
        var formats = All(SourcePaths.Of(console.WorkingDirectory), SealKey.Read(console));
        return [.. values.Select(value => Parse(value, formats, console))];
    }

    private static IReadOnlyList<IReportFileFormat> All(SourcePaths paths, SealKey? key) =>
    [
        new JsonReportFile(key),
        new SarifReportFile(paths),
        new JUnitReportFile(paths),
        new TrxReportFile(),
        new MarkdownReportFile(),
        new HtmlReportFile(),
        new GitHubReportFile(paths),
        new MSBuildReportFile(paths),
    ];

    private static ReportTarget Parse(string value, IReadOnlyList<IReportFileFormat> formats, ToolConsole console)
    {
        var at = value.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == value.Length - 1)
        {
            throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--report does not understand '{value}'.", "Write --report KIND=PATH, such as --report json=out/report.json.");
        }

        var kind = value[..at];
        var format = formats.FirstOrDefault(candidate => candidate.Kind == kind) ?? throw Unknown(kind);
        return new ReportTarget(format, SinkOf(format, value[(at + 1)..], console));
    }

    private static IReportSink SinkOf(IReportFileFormat format, string path, ToolConsole console)
    {
        if (path == StandardError)
        {
            return format is GitHubReportFile
                ? new ErrorStream(console.Error)
                : throw new MigrateBothException(
                    ExitCode.Usage, "invalid-value", $"--report {format.Kind}=-: only github reports go to a stream.", $"Name a file: --report {format.Kind}=PATH. stdout carries the result alone.");
        }

        var absolute = Path.GetFullPath(path, console.WorkingDirectory);
        return IsStepSummary(absolute, console) ? new SharedFile(absolute, MarkdownReportFile.SummaryLimit)
            : IsDevice(absolute) ? new SharedFile(absolute)
            : new ReplacedFile(absolute);
    }

    /// <summary>Each command of a step adds its part to the step's summary.</summary>
    private static bool IsStepSummary(string path, ToolConsole console) =>
        console.Variable("GITHUB_STEP_SUMMARY") is { } summary && Path.GetFullPath(summary, console.WorkingDirectory) == path;

    /// <summary>A pipe of the shell, such as <c>&gt;(gzip)</c>, and a stream by its name: nothing that could be replaced by a file.</summary>
    private static bool IsDevice(string path) =>
        !OperatingSystem.IsWindows() && (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal));

    private static MigrateBothException Unknown(string kind)
    {
        var nearest = NearestName.Find(kind, Kinds);
        return new MigrateBothException(
            ExitCode.Usage,
            "invalid-value",
            $"There is no report of the kind '{kind}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            $"Available: {string.Join(", ", Kinds)}.");
    }
}
