using System.Net.Sockets;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>The Docker engine of this machine under a TCP address, as pipelines have it.</summary>
internal sealed class TcpDocker : IDisposable
{
    private static readonly UnixDomainSocketEndPoint Engine = new("/var/run/docker.sock");

    private readonly TcpRelay _relay = new(ForwardAsync);

    /// <summary>What DOCKER_HOST is set to.</summary>
    public string Host => $"tcp://127.0.0.1:{_relay.Port}";

    public void Dispose() => _relay.Dispose();

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
