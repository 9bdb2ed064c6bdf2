using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Testing;

namespace MigrateBoth.Tool.Commands.Test;

/// <summary>Level 6 alone: builds once, runs the suite on both engines, compares, reports.</summary>
internal sealed class TestCommand(TestOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var reports = options.Check.Reports(context);
        var configuration = options.Project.Load(context, options.MySql.Image);
        ReportFiles.Clear(reports);
        var request = new SuiteRequest
        {
            Configuration = configuration,
            Build = options.Project.Build,
            Projects = TestProjects.Find(options.Tests, configuration, context),
            Filter = options.Filter,
            Shard = options.Shard,
            TimeLimit = options.TimeLimit ?? SuiteRequest.DefaultTimeLimit,
        };

        var outcome = await new SuiteRunner(context, request).RunAsync(options.MySql.RequestFor(context.Console, configuration), cancellationToken).ConfigureAwait(false);
        var stage = TestsStage.Run(outcome.Result) with { Duration = outcome.Duration };
        var report = new CheckReport
        {
            Command = "test",
            ToolVersion = ToolName.Version,
            FailOn = options.Check.FailOn,
            Engines = outcome.Servers,
            Stages = FindingPolicy.Of(configuration, options.Check.FailOn, context.Services.Today()).Apply([stage]),
            Tests = outcome.Result.Tests,
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }
}
