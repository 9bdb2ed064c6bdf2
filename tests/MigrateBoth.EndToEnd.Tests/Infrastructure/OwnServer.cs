using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A MySQL that belongs to the test, given to the tool by connection string.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private const string Folding =
        """
        chown mysql /var/lib/mysql
        server="mysqld --no-defaults --user=mysql --datadir=/var/lib/mysql --lower-case-table-names=1"
        $server --initialize-insecure
        echo "CREATE USER root@'%' IDENTIFIED BY '$MYSQL_ROOT_PASSWORD'; GRANT ALL ON *.* TO root@'%';" > /tmp/init.sql
        exec $server --init-file=/tmp/init.sql
        """;

    private readonly uint _port;

    private OwnServer(string container, uint port)
    {
        Container = container;
        _port = port;
    }

    /// <summary>The container's id.</summary>
    public string Container { get; }

    public string ConnectionString => Connection(Failures.Secret, database: null);

    /// <summary>Account and address as a URL has them.</summary>
    public string UrlAuthority => $"root:{Uri.EscapeDataString(Failures.Secret)}@127.0.0.1:{_port}";

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

    /// <summary>Starts it.</summary>
    /// <param name="foldsTableNames">Whether it keeps table names in lower case, as MySQL on Windows does; that is decided when its data directory is made.</param>
    public static async Task<OwnServer> StartAsync(bool foldsTableNames = false)
    {
        string[] image = foldsTableNames
            ? ["--entrypoint", "sh", DockerCommand.Image, "-c", Folding]
            : [DockerCommand.Image, "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0"];
        var container = await DockerCommand.RunAsync(
            ["run", "--detach", "--tmpfs", "/var/lib/mysql", "--publish", "127.0.0.1::3306", "--env", $"MYSQL_ROOT_PASSWORD={Failures.Secret}", .. image]);
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
    public Task KillAsync() => DockerCommand.RunAsync("kill", Container);

    public async ValueTask DisposeAsync() => await DockerCommand.RunAsync("rm", "--force", "--volumes", Container);
}
