using System.Net;
using System.Net.Sockets;
using MigrateBoth.Core.Locks;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Locks;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Locks;

/// <summary>A proxy between the migrators and two servers: a lock that one connection takes is unknown to the next.</summary>
[Collection(OnMariaDb.Name)]
public sealed class SpreadConnectionsTests(MariaDbFixture fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_proxy_that_leads_connections_to_different_servers_is_found_by_trying(bool isSpread)
    {
        // A server of its own: the one of another collection may be gone by now.
        await using var other = await TestServers.StartMariaDbAsync(TestServers.Mariadbd);
        await using var database = await other.Server.CreateDatabaseAsync("spread", CancellationToken.None);
        var user = $"t{Guid.NewGuid().ToString("N")[..10]}";
        string[] servers = [fixture.ConnectionString, database.ConnectionString];
        foreach (var server in servers)
        {
            await fixture.Engine.ExecuteAsync(server, $"CREATE USER '{user}'@'%' IDENTIFIED BY ''");
        }

        using var proxy = new Proxy([.. servers.Take(isSpread ? 2 : 1).Select(MySqlTarget.Parse)]);
        var through = new MySqlConnectionStringBuilder { Server = "127.0.0.1", Port = proxy.Port, UserID = user, SslMode = MySqlSslMode.None, Database = "shop" };
        var obstacles = await new MySqlMigrationLockInspector().InspectAsync(through.ConnectionString, CancellationToken.None);

        Assert.Equal(isSpread ? LockReach.Spread : null, obstacles.LockCaveat);
        await fixture.Engine.ExecuteAsync(fixture.ConnectionString, $"DROP USER '{user}'@'%'");
    }

    /// <summary>Leads each new connection to the next server.</summary>
    private sealed class Proxy : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private readonly IReadOnlyList<MySqlTarget> _servers;

        public Proxy(IReadOnlyList<MySqlTarget> servers)
        {
            _servers = servers;
            _listener.Start();
            _ = AcceptAsync();
        }

        public uint Port => (uint)((IPEndPoint)_listener.LocalEndpoint).Port;

        public void Dispose() => _listener.Dispose();

        private async Task AcceptAsync()
        {
            for (var number = 0; ; number++)
            {
                TcpClient client;
                try
                {
                    client = await _listener.AcceptTcpClientAsync();
                }
                catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
                {
                    return;
                }

                _ = ForwardAsync(client, _servers[number % _servers.Count]);
            }
        }

        private static async Task ForwardAsync(TcpClient client, MySqlTarget server)
        {
            using (client)
            {
                using var socket = new Socket(server.Host.StartsWith('/') ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(server.Host.StartsWith('/') ? new UnixDomainSocketEndPoint(server.Host) : new IPEndPoint(IPAddress.Loopback, server.Port));
                await using var there = new NetworkStream(socket);
                await using var here = client.GetStream();
                await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
            }
        }
    }
}
