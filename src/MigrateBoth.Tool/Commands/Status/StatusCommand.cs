using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Sealing.Inputs;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Status;

/// <summary>Level 1 alone.</summary>
internal sealed class StatusCommand(ProjectOptions project, CheckOptions check, AcceptOptions? accept) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        accept?.ThrowIfOver(context.Services.Today());
        var reports = check.Reports(context);
        var configuration = project.Load(context);
        ReportFiles.Clear(reports);
        var inputs = InputsWatch.Begin(reports.Any(report => report.IsSealed), configuration, context);

        var request = new EvidenceRequest(configuration, project.Build, MySql: null)
        {
            Judge = evidence => [VerifyStages.History(evidence.Models, evidence.ModelTime, configuration.Baseline)],
        };
        var nothing = new CheckReport { Command = "status", ToolVersion = ToolName.Version, FailOn = check.FailOn };
        var evidence = await ReportFiles.OrFailureAsync(reports, nothing, new EvidenceCollector(context, request).CollectAsync(cancellationToken)).ConfigureAwait(false);
        var judgement = Judgement.Of(evidence.Stages, evidence.Error, configuration, check.FailOn, accept, context);

        var report = nothing with
        {
            ProjectFile = evidence.ProjectFile,
            Model = ModelReader.Describe(evidence.Models),
            Stages = judgement.Stages,
            Error = judgement.Error,
            Provenance = inputs?.End(context, project.Build.NoBuild, evidence.OutputFolders, accept is not null),
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }
}
