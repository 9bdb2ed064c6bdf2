using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Status;

/// <summary>Level 1 alone.</summary>
internal sealed class StatusCommand(ProjectOptions project, CheckOptions check) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var reports = check.Reports(context);
        var configuration = project.Load(context);
        ReportFiles.Clear(reports);

        var request = new EvidenceRequest(configuration, project.Build, MySql: null);
        var nothing = new CheckReport { Command = "status", ToolVersion = ToolName.Version, FailOn = check.FailOn };
        var evidence = await ReportFiles.OrFailureAsync(reports, nothing, new EvidenceCollector(context, request).CollectAsync(cancellationToken)).ConfigureAwait(false);
        var policy = FindingPolicy.Of(configuration, check.FailOn, context.Services.Today());

        var report = nothing with
        {
            ProjectFile = evidence.ProjectFile,
            Model = ModelReader.Describe(evidence.Models),
            Stages = policy.Apply([VerifyStages.History(evidence.Models, evidence.ModelTime)]),
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }
}
