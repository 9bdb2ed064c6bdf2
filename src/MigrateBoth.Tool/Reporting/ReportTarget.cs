namespace MigrateBoth.Tool.Reporting;

/// <summary>One <c>--report KIND=PATH</c>.</summary>
/// <param name="Writer">What writes this kind.</param>
/// <param name="Path">The absolute path.</param>
internal sealed record ReportTarget(IReportFileFormat Writer, string Path);
