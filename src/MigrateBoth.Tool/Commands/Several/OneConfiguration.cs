using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Several;

/// <summary>Runs a command that changes something for the one configuration that is meant. If there are several in the folder, one has to be named.</summary>
/// <param name="name">The command.</param>
/// <param name="project">Which configuration is meant.</param>
/// <param name="command">The command.</param>
internal sealed class OneConfiguration(string name, ProjectOptions project, Func<ProjectOptions, ICommand> command) : ICommand
{
    public Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (files, _) = MeantConfigurations.Of(project, context);
        return files switch
        {
            [] => command(project).ExecuteAsync(context, cancellationToken),
            [var only] => command(project with { ConfigFile = only }).ExecuteAsync(context, cancellationToken),
            _ => throw Several([.. files.Select(file => MeantConfigurations.LabelOf(file, context))]),
        };
    }

    private MigrateBothException Several(IReadOnlyList<string> files) => new(
        ExitCode.Configuration,
        "configuration-ambiguous",
        $"{string.Join(" and ", files)} are in the same folder, and '{name}' needs one of them.",
        $"Name it: --config {files[^1]}, or --context NAME with its context.");
}
