using System.Diagnostics;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Rendering;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Sealing.Inputs;
using MigrateBoth.Tool.Tracing;
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

        var nothing = new CheckReport { Command = "status", ToolVersion = ToolName.Version, FailOn = check.FailOn, Configuration = project.Label };
        var checking = CheckAsync(configuration, context, cancellationToken);
        var (models, history, built) = await ReportFiles.OrFailureAsync(reports, nothing, checking).ConfigureAwait(false);
        inputs?.Inspect(built.Files, project.Build, cancellationToken);
        var judgement = Judgement.Of(history, error: null, configuration, check.FailOn, accept, context);

        var report = nothing with
        {
            ProjectFile = built.Project.ProjectFile,
            Model = ModelReader.Describe(models),
            Stages = judgement.Stages,
            Error = judgement.Error,
            Provenance = inputs is null ? null : await inputs.EndAsync(accept is not null).ConfigureAwait(false),
        };
        return new CheckReportResult(ReportFiles.Write(report, reports));
    }

    private async Task<(ModelPair Models, IReadOnlyList<StageResult> History, BuiltProject Project)> CheckAsync(
        MigrateBothConfiguration configuration, CommandContext context, CancellationToken cancellationToken)
    {
        await using var session = await ProjectSession.OpenAsync(configuration, project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        var history = VerifyStages.History(models, clock.Elapsed, configuration.Baseline);
        return (models, await new FindingTracing(session.Host, configuration, context.Progress).TraceAsync([history], cancellationToken).ConfigureAwait(false), session.Project);
    }
}
