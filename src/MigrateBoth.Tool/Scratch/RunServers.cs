using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Scratch;

/// <summary>
/// What all parts of one command share: one list of what has to be removed, one sweep of what killed runs left, and one server per engine, on which
/// each part has databases of its own. Disposing it removes everything that was started.
/// </summary>
internal sealed class RunServers : IAsyncDisposable
{
    private readonly Task _sweeping;
    private readonly IReadOnlyDictionary<Engine, PendingServer> _servers;

    private RunServers(ILease lease, Task sweeping, IReadOnlyDictionary<Engine, PendingServer> servers) => (Lease, _sweeping, _servers) = (lease, sweeping, servers);

    /// <summary>Where everything is recorded that has to be removed.</summary>
    public ILease Lease { get; }

    /// <summary>The engines that a server was started for.</summary>
    public IEnumerable<Engine> Engines => _servers.Keys;

    /// <summary>The server of an engine, as soon as it is up.</summary>
    /// <exception cref="MigrateBothException">It could not be started.</exception>
    public Task<IScratchServer> GetAsync(Engine engine) => _servers[engine].GetAsync();

    /// <summary>Begins to start the servers and to sweep; returns at once, so that the project can be built meanwhile.</summary>
    /// <param name="context">Services and progress.</param>
    /// <param name="wanted">The MySQL server.</param>
    /// <param name="engines">The engines that are needed; no other server is started.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static RunServers Begin(CommandContext context, MySqlServerRequest wanted, IEnumerable<Engine> engines, CancellationToken cancellationToken)
    {
        var leases = context.Services.Leases();
        var lease = leases.Open();
        return new RunServers(
            lease,
            LeftoverSweep.RunAsync(leases, context.Services.Sweepers(wanted), context.Progress, cancellationToken),
            engines.ToDictionary(engine => engine, engine => PendingServer.Begin(token => StartAsync(context, engine, wanted, lease, token), cancellationToken)));
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var server in _servers.Values)
            {
                await server.DisposeAsync().ConfigureAwait(false);
            }

            await _sweeping.ConfigureAwait(false);
        }
        finally
        {
            await Lease.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static async Task<IScratchServer> StartAsync(
        CommandContext context, Engine engine, MySqlServerRequest wanted, ILease lease, CancellationToken cancellationToken)
    {
        if (engine == Engine.Sqlite)
        {
            return context.Services.SqliteServer(lease);
        }

        using var step = context.Progress.Begin("MySQL server");
        IScratchServer server;
        try
        {
            server = await context.Services.MySqlServer(wanted, lease, new StepProgress(step), cancellationToken).ConfigureAwait(false);
        }
        catch (MigrateBothException)
        {
            step.Fail();
            throw;
        }

        step.Succeed($"{server.Identity} ({server.Image ?? server.Source})");
        return server;
    }
}
