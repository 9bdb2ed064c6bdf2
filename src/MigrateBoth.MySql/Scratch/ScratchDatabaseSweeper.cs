using System.Globalization;
using System.Net;
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
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        foreach (var place in PlacesOf(resource.Detail ?? string.Empty))
        {
            // A host's name may have addresses of both families.
            using var socket = place is UnixDomainSocketEndPoint
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(place, deadline.Token).ConfigureAwait(false);
                return true;
            }
            catch (Exception exception) when (exception is SocketException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // The next host, if there is one.
            }
        }

        return false;
    }

    /// <summary>A socket's path, or a port of one host or of several.</summary>
    private static IEnumerable<EndPoint> PlacesOf(string endpoint)
    {
        if (endpoint.StartsWith('/'))
        {
            return [new UnixDomainSocketEndPoint(endpoint)];
        }

        var colon = endpoint.LastIndexOf(':');
        var port = int.Parse(endpoint.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
        return endpoint[..colon].Split(',').Select(host => new DnsEndPoint(host.Trim().Trim('[', ']'), port));
    }
}
