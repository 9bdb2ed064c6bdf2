using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>Starts, shows or removes the server that outlives commands.</summary>
internal sealed class ServerCommand(ServerAction action, string? configFile, MySqlOptions mySql) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var project = new ProjectOptions { ConfigFile = configFile, Build = new BuildSettings(NoBuild: true, null, null) };
        var server = new WarmServer(mySql.RequestFor(context.Console, project.Load(context, mySql.Image)));
        switch (action)
        {
            case ServerAction.Up:
                using (var step = context.Progress.Begin("MySQL server"))
                {
                    var status = await server.UpAsync(new StepProgress(step), cancellationToken).ConfigureAwait(false);
                    step.Succeed();
                    return new ServerResult(status, Removed: false);
                }

            case ServerAction.Down:
                return new ServerResult(null, await server.DownAsync(cancellationToken).ConfigureAwait(false));

            default:
                return new ServerResult(await server.StatusAsync(cancellationToken).ConfigureAwait(false), Removed: false);
        }
    }
}
