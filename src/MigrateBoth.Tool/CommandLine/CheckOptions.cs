using MigrateBoth.Core;
using MigrateBoth.Tool.Reporting;

namespace MigrateBoth.Tool.CommandLine;

/// <summary>What a check does with its findings.</summary>
/// <param name="FailOn">The mildest severity that fails.</param>
/// <param name="ReportValues">The values of <c>--report</c>, as typed.</param>
internal sealed record CheckOptions(Severity FailOn, IReadOnlyList<string> ReportValues)
{
    /// <summary>Where the reports go instead, for a check that is one of several.</summary>
    public IReadOnlyList<ReportTarget>? Targets { get; init; }

    /// <summary>The report files.</summary>
    public IReadOnlyList<ReportTarget> Reports(CommandContext context) => Targets ?? ReportFileFormats.Parse(ReportValues, context.Console);
}
