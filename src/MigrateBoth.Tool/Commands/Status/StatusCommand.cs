using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.Accepting;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sessions;
using MigrateBoth.Tool.Tracing;
using MigrateBoth.Tool.Verification;

namespace MigrateBoth.Tool.Commands.Status;

/// <summary>Level 1 alone.</summary>
internal sealed class StatusCommand(ProjectOptions project, CheckOptions check, AcceptOptions? accept) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var frame = CheckFrame.Open("status", project, check, context, accept);
        frame.Begin();
        var (models, history, built) = await frame.GatherAsync(CheckAsync(frame.Configuration, context, cancellationToken)).ConfigureAwait(false);
        frame.Inspect(built.Files, project.Build, cancellationToken);
        var judgement = frame.Judge(history);
        return frame.Write(frame.Empty with
        {
            ProjectFile = built.Project.ProjectFile,
            Model = ModelReader.Describe(models),
            Stages = judgement.Stages,
            Error = judgement.Error,
            Provenance = await frame.ProvenanceAsync().ConfigureAwait(false),
        });
    }

    private async Task<(EnginePair<EngineModel> Models, IReadOnlyList<StageResult> History, BuiltProject Project)> CheckAsync(
        MigrateBothConfiguration configuration, CommandContext context, CancellationToken cancellationToken)
    {
        await using var session = await ProjectSession.OpenAsync(configuration, project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
        var clock = Stopwatch.StartNew();
        var models = await session.DescribeAsync(cancellationToken).ConfigureAwait(false);
        var history = VerifyStages.History(models, clock.Elapsed, configuration.Baseline);
        return (models, await new FindingTracing(session.Host, configuration, context.Progress).TraceAsync([history], cancellationToken).ConfigureAwait(false), session.Project);
    }
}
