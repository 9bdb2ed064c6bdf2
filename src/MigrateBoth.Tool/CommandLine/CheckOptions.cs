using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
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

/// <summary>Declares and reads the options of every command that checks something.</summary>
internal sealed class CheckOptionGroup(CommandLineApplication app)
{
    private readonly CommandOption _failOn = app.Option("--fail-on <SEVERITY>", "The lowest severity that fails: error (default), warning or info", CommandOptionType.SingleValue).Takes(SeverityNames.All.Keys);
    private readonly CommandOption _report = app.Option("--report <REPORT>", $"Also write a report, as KIND=PATH (repeatable): {string.Join(", ", ReportFileFormats.Kinds)}; github=- goes to stderr", CommandOptionType.MultipleValue)
        .Takes(ReportFileFormats.Kinds.Select(kind => $"{kind}="));

    /// <summary>Reads the options.</summary>
    public CheckOptions Read() => new(_failOn.Choice(SeverityNames.All, Severity.Error), _report.Values);
}
