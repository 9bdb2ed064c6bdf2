using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Servers.Containers;
using MigrateBoth.MySql.Servers.Local;
using MigrateBoth.MySql.Servers.Warm;

namespace MigrateBoth.MySql.Servers;

/// <summary>Gets a MySQL or MariaDB server for scratch databases, from wherever the user wants it.</summary>
public static class MySqlServers
{
    /// <summary>Finds or starts the server.</summary>
    /// <param name="request">Which one.</param>
    /// <param name="lease">Where everything that is started is recorded before it is.</param>
    /// <param name="progress">Told in a line or two what takes time.</param>
    /// <param name="cancellationToken">Can come at any moment; whatever was started is removed before the exception leaves.</param>
    /// <returns>A server that answers. Disposing it removes what was started.</returns>
    /// <exception cref="MigrateBothException">There is none to be had; the message says what was tried.</exception>
    public static async Task<MySqlScratchServer> StartAsync(
        MySqlServerRequest request,
        ILease lease,
        IProgress<string> progress,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(progress);
        return await Choose(request, lease, progress).StartAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What removes the leftovers of dead processes; hand it to <see cref="LeaseStore.SweepAsync"/>.</summary>
    /// <param name="request">Leftover databases are dropped on the server that it gives, if it gives one, and on the warm server.</param>
    public static IReadOnlyList<ILeaseSweeper> Sweepers(MySqlServerRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var given = ServerChoice.Of(request).ConnectionString;
        MySqlTarget?[] servers = [given is null ? null : TryParse(given), WarmServerState.TryRead(request.EffectiveStateDirectory)?.Target];
        return [new DirectorySweeper(), new ContainerSweeper(), new ServerProcessSweeper(), new ScratchDatabaseSweeper([.. servers.OfType<MySqlTarget>()])];
    }

    private static MySqlTarget? TryParse(string connectionString)
    {
        try
        {
            return MySqlTarget.Parse(connectionString);
        }
        catch (MigrateBothException)
        {
            return null; // The start says what is wrong with it; there is nothing to sweep.
        }
    }

    private static IMySqlServerProvider Choose(MySqlServerRequest request, ILease lease, IProgress<string> progress)
    {
        var choice = ServerChoice.Of(request);
        var container = new ContainerServerProvider(request.EffectiveImage, request.StartTimeout, lease, progress);
        var local = new LocalServerProvider(request.Environment, request.StartTimeout, lease, progress);
        _ = request.Requirements; // What was named and makes no sense is told before anything is started.
        return choice.Kind switch
        {
            ServerChoiceKind.Docker => Required(container),
            ServerChoiceKind.Local => Required(local),
            ServerChoiceKind.Connection => Required(new ConnectionServerProvider(choice.ConnectionString!, lease)),
            _ => new AutoServerProvider([.. WarmServerProvider.IfAny(request, lease).Append(container).Append(local).Select(Required)], progress),
        };

        IMySqlServerProvider Required(IMySqlServerProvider provider) => new RequiredServerProvider(provider, request);
    }
}
