using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A MySQL that belongs to the test, given to the tool by connection string.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly string _container;
    private readonly uint _port;

    private OwnServer(string container, uint port)
    {
        _container = container;
        _port = port;
    }

    public string ConnectionString => Connection(Failures.Secret, database: null);

    public string Connection(string password, string? database) => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = _port,
        UserID = "root",
        Password = password,
        Database = database ?? "",
        Pooling = false,
        AllowPublicKeyRetrieval = true,
    }.ConnectionString;

    public static async Task<OwnServer> StartAsync()
    {
        var container = await DockerCommand.RunAsync(
            "run", "--detach", "--tmpfs", "/var/lib/mysql", "--publish", "127.0.0.1::3306",
            "--env", $"MYSQL_ROOT_PASSWORD={Failures.Secret}", DockerCommand.Image, "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0");
        var address = (await DockerCommand.RunAsync("port", container, "3306/tcp")).Split('\n')[0];
        var server = new OwnServer(container, uint.Parse(address[(address.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture));
        await Eventually.HoldsAsync(
            async () =>
            {
                try
                {
                    await server.ScalarAsync("SELECT 1");
                    return true;
                }
                catch (MySqlException)
                {
                    return false;
                }
            },
            "the test's own MySQL answers");
        return server;
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Whether a statement that contains the text is running now.</summary>
    public async Task<bool> IsRunningAsync(string text) =>
        Convert.ToInt64(
            await ScalarAsync($"SELECT COUNT(*) FROM information_schema.processlist WHERE info LIKE '%{text}%' AND id <> CONNECTION_ID()"),
            System.Globalization.CultureInfo.InvariantCulture) > 0;

    /// <summary>Pulls the plug.</summary>
    public Task KillAsync() => DockerCommand.RunAsync("kill", _container);

    public async ValueTask DisposeAsync() => await DockerCommand.RunAsync("rm", "--force", "--volumes", _container);
}
