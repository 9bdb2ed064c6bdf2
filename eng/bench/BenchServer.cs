using System.Diagnostics;
using MySqlConnector;

namespace MigrateBoth.Bench;

/// <summary>A MySQL container that both sides of a comparison share.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private const string Password = "bench";
    private readonly string _container;

    private BenchServer(string container, uint port, TimeSpan readiness)
    {
        _container = container;
        Readiness = readiness;
        ConnectionString = new MySqlConnectionStringBuilder
        {
            Server = "127.0.0.1",
            Port = port,
            UserID = "root",
            Password = Password,
            Pooling = false,
            SslMode = MySqlSslMode.Preferred,
            AllowPublicKeyRetrieval = true,
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>From <c>docker run</c> to the first answered query.</summary>
    public TimeSpan Readiness { get; }

    public string Database(string name) => new MySqlConnectionStringBuilder(ConnectionString) { Database = name }.ConnectionString;

    public static async Task<BenchServer> StartAsync(string image)
    {
        var clock = Stopwatch.StartNew();
        var container = (await DockerAsync(
            "run", "--detach", "--rm", "--tmpfs", "/var/lib/mysql", "--publish", "127.0.0.1::3306", "--env", $"MYSQL_ROOT_PASSWORD={Password}", image,
            "--skip-log-bin", "--innodb-doublewrite=OFF", "--innodb-flush-log-at-trx-commit=0", "--performance-schema=OFF", "--loose-mysqlx=OFF")).Trim();
        try
        {
            var address = (await DockerAsync("port", container, "3306/tcp")).Split('\n')[0];
            var port = uint.Parse(address[(address.LastIndexOf(':') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            for (; ; )
            {
                try
                {
                    await using var connection = new MySqlConnection(new BenchServer(container, port, default).ConnectionString + ";Connection Timeout=2");
                    await connection.OpenAsync();
                    await using var command = new MySqlCommand("SELECT 1", connection);
                    await command.ExecuteScalarAsync();
                    return new BenchServer(container, port, clock.Elapsed);
                }
                catch (MySqlException) when (clock.Elapsed < TimeSpan.FromMinutes(2))
                {
                    await Task.Delay(25);
                }
            }
        }
        catch
        {
            await DockerAsync("rm", "--force", container);
            throw;
        }
    }

    /// <summary>The server's own program that writes a schema as statements, run beside the server.</summary>
    public Command Dump(string database) =>
        Command.In(Path.GetTempPath(), "docker", "exec", "--env", $"MYSQL_PWD={Password}", _container, "mysqldump", "--user=root", "--no-data", database);

    public async ValueTask DisposeAsync() => await DockerAsync("rm", "--force", _container);

    private static async Task<string> DockerAsync(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("docker", arguments) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("docker could not be started.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"docker {arguments[0]} ended with {process.ExitCode}.");
    }
}
