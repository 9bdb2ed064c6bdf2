using System.Globalization;
using System.Net.Sockets;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Scratch;

/// <summary>Drops scratch databases that dead processes left on servers that are not ours.</summary>
internal sealed class ScratchDatabaseSweeper : ILeaseSweeper
{
    /// <summary>Every command waits for it while the server is gone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<MySqlTarget> _servers;

    /// <summary>Creates the sweeper.</summary>
    /// <param name="servers">The servers at hand; leftovers on any other stay recorded until that one is given again.</param>
    public ScratchDatabaseSweeper(params MySqlTarget[] servers) => _servers = servers;

    /// <inheritdoc/>
    public string Kind => MySqlScratchDatabase.Kind;

    /// <inheritdoc/>
    public async Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return _servers.FirstOrDefault(s => s.Endpoint == resource.Detail) is { } server
            && await ScratchDatabaseDropper.TryDropAsync(server, resource.Id, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<bool> IsReachableAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        var colon = resource.Detail?.LastIndexOf(':') ?? -1;
        if (colon < 0 || !int.TryParse(resource.Detail.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return true; // A socket's path: nothing that can be asked without an account.
        }

        using var client = new TcpClient();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            await client.ConnectAsync(resource.Detail![..colon].Trim('[', ']'), port, deadline.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (exception is SocketException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }
}
