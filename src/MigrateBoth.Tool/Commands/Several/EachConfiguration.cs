using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Reporting.Sinks;

namespace MigrateBoth.Tool.Commands.Several;

/// <summary>
/// Runs a command for each configuration that is meant, one after the other. With one configuration the command is as it would be without this frame;
/// with several there is one result, which has the worst exit code.
/// </summary>
/// <param name="name">The command.</param>
/// <param name="project">Which configurations are meant.</param>
/// <param name="check">What a check does with its findings; null for a command that is none.</param>
/// <param name="command">The command for one configuration.</param>
internal sealed class EachConfiguration(string name, ProjectOptions project, CheckOptions? check, Func<ProjectOptions, CheckOptions?, ICommand> command) : ICommand
{
    /// <summary>Which of several the command is about; all of them by default.</summary>
    public Func<string, bool> Concerns { get; init; } = _ => true;

    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (found, elsewhere) = MeantConfigurations.Of(project, context);
        var files = found.Count <= 1 ? found : [.. found.Where(Concerns)];
        if (files.Count <= 1 && elsewhere.Count == 0)
        {
            return await command(files is [var only] ? project with { ConfigFile = only } : project, check).ExecuteAsync(context, cancellationToken).ConfigureAwait(false);
        }

        var reports = check?.Reports(context) ?? [];
        ReportFiles.Clear(reports);
        var parts = reports.ToDictionary(report => report, _ => new List<CollectedPart>());
        var runs = new List<ConfigurationRun>();
        foreach (var file in files)
        {
            var one = project with { ConfigFile = file, Label = MeantConfigurations.LabelOf(file, context), Others = [.. files.Concat(elsewhere).Where(other => other != file)] };
            context.Progress.Info($"{one.Label}:");
            var targets = reports.Select(report => PartOf(report, file, files.Count, parts[report], context)).ToList();
            runs.Add(new ConfigurationRun(one.Label, await RunAsync(one, targets, context, cancellationToken).ConfigureAwait(false)));
        }

        var result = new SeveralResult(name, runs, [.. elsewhere.Select(file => MeantConfigurations.LabelOf(file, context))]);
        return Joined(parts) is { } failure ? result with { Failure = failure } : result;
    }

    /// <summary>What ends one configuration's check is its result: the others are checked all the same.</summary>
    private async Task<ICommandResult> RunAsync(ProjectOptions one, IReadOnlyList<ReportTarget> targets, CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await command(one, check is null ? null : check with { Targets = targets }).ExecuteAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrateBothException exception) when (exception.ExitCode is ExitCode.Incomplete or ExitCode.Configuration && !cancellationToken.IsCancellationRequested)
        {
            if (check is not null)
            {
                var nothing = new CheckReport { Command = name, ToolVersion = ToolName.Version, FailOn = check.FailOn, Configuration = one.Label, Error = ReportError.From(exception) };
                ReportFiles.Write(nothing, [.. targets.Where(target => target.Sink is not CollectedPart { Text: not null })]);
            }

            return new ErrorResult(exception, null, context.Options.Verbose);
        }
    }

    private static ReportTarget PartOf(ReportTarget report, string file, int count, List<CollectedPart> parts, CommandContext context)
    {
        if (report.Writer.Join([]) is null)
        {
            return report with { Sink = report.Sink.For(MeantConfigurations.WordOf(file, context)) };
        }

        var part = new CollectedPart(report.Sink.Room == long.MaxValue ? long.MaxValue : report.Sink.Room / count);
        parts.Add(part);
        return report with { Sink = part };
    }

    private static MigrateBothException? Joined(Dictionary<ReportTarget, List<CollectedPart>> parts)
    {
        MigrateBothException? failure = null;
        foreach (var (report, collected) in parts.Where(report => report.Value.Count > 0))
        {
            try
            {
                report.Sink.Write(report.Writer.Join([.. collected.Select(part => part.Text).OfType<string>()])!);
            }
            catch (MigrateBothException exception)
            {
                // The other files are written all the same.
                failure ??= exception;
            }
        }

        return failure;
    }
}
