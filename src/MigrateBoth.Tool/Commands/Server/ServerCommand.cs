using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>Starts, shows or removes the server that outlives commands.</summary>
internal sealed class ServerCommand(ServerAction action, bool forget, string? configFile, MySqlOptions mySql) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var project = new ProjectOptions { ConfigFile = configFile, Build = new BuildSettings(NoBuild: true, null, null) };
        var request = mySql.RequestFor(context.Console, project.Load(context, mySql.Image));
        var server = new WarmServer(request);
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

            case ServerAction.Sweep:
                var sweep = await LeftoverSweep.RunAsync(context.Services.Leases(), context.Services.Sweepers(request), context.Progress, cancellationToken, forget).ConfigureAwait(false);
                return new SweepResult(sweep);

            default:
                return new ServerResult(await server.StatusAsync(cancellationToken).ConfigureAwait(false), Removed: false);
        }
    }
}
