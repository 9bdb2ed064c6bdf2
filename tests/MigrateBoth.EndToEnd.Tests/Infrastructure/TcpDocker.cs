using System.Net;
using System.Net.Sockets;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The Docker engine of this machine under a TCP address, as pipelines have it.</summary>
internal sealed class TcpDocker : IDisposable
{
    private static readonly UnixDomainSocketEndPoint Engine = new("/var/run/docker.sock");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public TcpDocker()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>What DOCKER_HOST is set to.</summary>
    public string Host => $"tcp://{_listener.LocalEndpoint}";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = ForwardAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private static async Task ForwardAsync(TcpClient client)
    {
        using var engine = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await engine.ConnectAsync(Engine);
        using (client)
        {
            await using var here = client.GetStream();
            await using var there = new NetworkStream(engine);
            await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
        }
    }
}
