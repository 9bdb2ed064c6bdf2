using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Scratch;

/// <summary>
/// What all parts of one command share: one list of what has to be removed, one sweep of what killed runs left, and one MySQL server, on which each part
/// has databases of its own. Disposing it removes everything that was started.
/// </summary>
internal sealed class RunServers : IAsyncDisposable
{
    private readonly Task _sweeping;

    private RunServers(ILease lease, Task sweeping, PendingServer mySql) => (Lease, _sweeping, MySql) = (lease, sweeping, mySql);

    /// <summary>Where everything is written down that has to be removed.</summary>
    public ILease Lease { get; }

    /// <summary>The MySQL server, which may still be coming up.</summary>
    public PendingServer MySql { get; }

    /// <summary>Begins to start the server and to sweep; returns at once, so that the project can be built meanwhile.</summary>
    /// <param name="context">Services and progress.</param>
    /// <param name="wanted">The MySQL server.</param>
    /// <param name="needsMySql">False when nobody is going to ask for it: then none is started.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static RunServers Begin(CommandContext context, MySqlServerRequest wanted, bool needsMySql, CancellationToken cancellationToken)
    {
        var leases = context.Services.Leases();
        var lease = leases.Open();
        return new RunServers(
            lease,
            LeftoverSweep.RunAsync(leases, context.Services.Sweepers(wanted), context.Progress, cancellationToken),
            needsMySql ? PendingServer.Begin(token => StartAsync(context, wanted, lease, token), cancellationToken) : PendingServer.NotNeeded());
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await MySql.DisposeAsync().ConfigureAwait(false);
            await _sweeping.ConfigureAwait(false);
        }
        finally
        {
            await Lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<IScratchServer> StartAsync(CommandContext context, MySqlServerRequest wanted, ILease lease, CancellationToken cancellationToken)
    {
        using var step = context.Progress.Begin("MySQL server");
        var server = await context.Services.MySqlServer(wanted, lease, new StepProgress(step), cancellationToken).ConfigureAwait(false);
        step.Succeed($"{server.Identity} ({server.Image ?? server.Source})");
        return server;
    }
}
