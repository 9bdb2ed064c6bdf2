using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Several;

/// <summary>The contexts of the configurations beside the one at hand: they may share a database with it.</summary>
internal static class OtherContexts
{
    /// <summary>Asks the application for them, one after the other. One that cannot be read is named, and what it has counts as unknown.</summary>
    /// <param name="configuration">The configuration at hand.</param>
    /// <param name="project">How the project is built.</param>
    /// <param name="context">Services and progress.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<IReadOnlyList<OtherContext>> ReadAsync(
        MigrateBothConfiguration configuration, ProjectOptions project, CommandContext context, CancellationToken cancellationToken)
    {
        var others = new List<OtherContext>();
        var beside = configuration.File is { } file ? ConfigurationFiles.Beside(file) : [];
        foreach (var other in beside.Concat(project.Others).Distinct())
        {
            try
            {
                var own = new ProjectOptions { ConfigFile = other, Build = project.Build }.Load(context);
                await using var session = await ProjectSession.OpenAsync(own, project.Build, context, pairLock: null, cancellationToken).ConfigureAwait(false);
                others.Add(new OtherContext(Path.GetFileName(other), await session.DescribeAsync(cancellationToken).ConfigureAwait(false)));
            }
            catch (MigrateBothException exception) when (exception.ExitCode is ExitCode.Incomplete or ExitCode.Configuration)
            {
                context.Progress.Warning($"{Path.GetFileName(other)} could not be read, so that its tables and migrations count as unknown: {exception.Message}");
            }
        }

        return others;
    }
}
