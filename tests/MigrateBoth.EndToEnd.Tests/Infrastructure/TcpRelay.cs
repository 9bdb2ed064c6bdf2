using System.Net;
using System.Net.Sockets;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>Listens on a port of this machine and hands each connection on.</summary>
internal sealed class TcpRelay : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<TcpClient, Task> _forward;

    public TcpRelay(Func<TcpClient, Task> forward)
    {
        _forward = forward;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = _forward(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
