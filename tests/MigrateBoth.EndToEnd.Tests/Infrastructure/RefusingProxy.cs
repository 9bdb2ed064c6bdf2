using System.Net.Sockets;
using System.Text;
using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>What is before a server and answers one statement itself, with an error, as clusters and proxies do. Connections must not be encrypted.</summary>
internal sealed class RefusingProxy : IDisposable
{
    private const byte Query = 3;

    private readonly TcpRelay _relay;
    private readonly MySqlConnectionStringBuilder _server;
    private readonly byte[] _statement;
    private readonly byte[] _error;

    public RefusingProxy(string server, string statement, ushort number, string message)
    {
        _server = new MySqlConnectionStringBuilder(server);
        _statement = Encoding.UTF8.GetBytes(statement);
        _error = [0xFF, (byte)number, (byte)(number >> 8), .. "#42000"u8, .. Encoding.UTF8.GetBytes(message)];
        _relay = new TcpRelay(ForwardAsync);
    }

    /// <summary>The connection string of a database behind it.</summary>
    public string Database(string name) =>
        new MySqlConnectionStringBuilder(_server.ConnectionString) { Port = (uint)_relay.Port, Database = name, SslMode = MySqlSslMode.None }.ConnectionString;

    public void Dispose() => _relay.Dispose();

    private async Task ForwardAsync(TcpClient client)
    {
        using (client)
        {
            using var server = new TcpClient(_server.Server, (int)_server.Port);
            await using var there = server.GetStream();
            await using var here = client.GetStream();
            await Task.WhenAny(there.CopyToAsync(here), FilterAsync(here, there));
        }
    }

    private async Task FilterAsync(NetworkStream here, NetworkStream there)
    {
        var header = new byte[4];
        try
        {
            while (true)
            {
                await here.ReadExactlyAsync(header);
                var payload = new byte[header[0] | (header[1] << 8) | (header[2] << 16)];
                await here.ReadExactlyAsync(payload);
                if (payload is [Query, ..] && payload.AsSpan().IndexOf(_statement) >= 0)
                {
                    await here.WriteAsync((byte[])[(byte)_error.Length, (byte)(_error.Length >> 8), 0, 1, .. _error]);
                }
                else
                {
                    await there.WriteAsync((byte[])[.. header, .. payload]);
                }
            }
        }
        catch (IOException)
        {
            // One of the two has gone; the other connection is closed with it.
        }
    }
}
