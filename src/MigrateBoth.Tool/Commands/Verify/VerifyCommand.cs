using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>Builds, migrates both engines side by side, compares, reports.</summary>
internal sealed class VerifyCommand(VerifyOptions options) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var reports = options.Check.Reports(context);
        var configuration = options.Project.Load(context, options.MySql.Image);
        ReportFiles.Clear(reports);

        var mySql = options.Stages.NeedsDatabases || options.SelfTest ? options.MySql.RequestFor(context.Console, configuration) : null;
        var request = new EvidenceRequest(configuration, options.Project.Build, mySql) { SelfTest = options.SelfTest };
        var nothing = new CheckReport { Command = "verify", ToolVersion = ToolName.Version, FailOn = options.Check.FailOn };
        var evidence = await ReportFiles.OrFailureAsync(reports, nothing, new EvidenceCollector(context, request).CollectAsync(cancellationToken)).ConfigureAwait(false);
        var policy = FindingPolicy.Of(configuration, options.Check.FailOn, context.Services.Today());
        var stages = policy.Apply(VerifyStages.Run(evidence, options.Stages));

        var report = nothing with
        {
            ProjectFile = evidence.ProjectFile,
            Engines = evidence.Servers,
            Model = ModelReader.Describe(evidence.Models),
            Schemas = evidence.Sides,
            Stages = stages,
            SelfTest = evidence.SelfTest,
            Error = evidence.Error,
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }
}
