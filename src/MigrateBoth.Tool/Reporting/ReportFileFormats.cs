using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Tool.Reporting;

/// <summary>All kinds of report files.</summary>
internal static class ReportFileFormats
{
    private static readonly IReportFileFormat[] Available = [new JsonReportFile()];

    // Promised by the command line's contract; a pipeline that asks for one must hear that there is none, not find no file.
    private static readonly string[] NotYet = ["sarif", "junit", "markdown", "html", "github"];

    /// <summary>Reads the values of <c>--report</c>.</summary>
    /// <exception cref="MigrateBothException">64: not KIND=PATH, or a kind that does not exist.</exception>
    public static IReadOnlyList<ReportTarget> Parse(IEnumerable<string> values, string workingDirectory) =>
        [.. values.Select(value => Parse(value, workingDirectory))];

    private static ReportTarget Parse(string value, string workingDirectory)
    {
        var at = value.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0 || at == value.Length - 1)
        {
            throw new MigrateBothException(ExitCode.Usage, "invalid-value", $"--report does not understand '{value}'.", "Write --report KIND=PATH, such as --report json=out/report.json.");
        }

        var kind = value[..at];
        return Available.FirstOrDefault(format => format.Kind == kind) is { } found
            ? new ReportTarget(found, Path.GetFullPath(value[(at + 1)..], workingDirectory))
            : throw Unknown(kind);
    }

    private static MigrateBothException Unknown(string kind)
    {
        var available = string.Join(", ", Available.Select(format => format.Kind));
        if (NotYet.Contains(kind))
        {
            return new MigrateBothException(
                ExitCode.Usage, "report-not-available", $"Reports of the kind '{kind}' are not available in this version.", $"Available: {available}.");
        }

        var nearest = NearestName.Find(kind, Available.Select(format => format.Kind));
        return new MigrateBothException(
            ExitCode.Usage,
            "invalid-value",
            $"There is no report of the kind '{kind}'.{(nearest is null ? string.Empty : $" Did you mean '{nearest}'?")}",
            $"Available: {available}.");
    }
}
