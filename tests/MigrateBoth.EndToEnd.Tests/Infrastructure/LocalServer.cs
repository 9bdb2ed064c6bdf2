using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A mysqld or mariadbd of this machine that is started with options of the test's, as a user's own server may be.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private static readonly string[] BootstrapScripts = ["system_tables.sql", "system_tables_data.sql"];

    private readonly string _folder = Directory.CreateTempSubdirectory("migrateboth-e2e-server-").FullName;
    private readonly uint _port = FreePort();
    private Process? _process;

    private LocalServer()
    {
    }

    /// <summary>The executable of a kind (<c>mysql</c>, <c>mariadb</c>, <c>mariadb-11</c>), or null where this machine has none.</summary>
    public static string? Executable(string kind) =>
        kind switch
        {
            "mysql" => Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MYSQLD"),
            "mariadb" => Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MARIADBD") ?? "/usr/sbin/mariadbd",
            "mariadb-11" => Environment.GetEnvironmentVariable("MIGRATEBOTH_TEST_MARIADBD_11"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "mysql, mariadb or mariadb-11"),
        } is { } path && File.Exists(path) ? path : null;

    public static async Task<LocalServer> StartAsync(string kind, params string[] options)
    {
        var server = new LocalServer();
        try
        {
            await server.RunAsync(kind, options);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The connection string of a database on it.</summary>
    public string Database(string name, string user = "root", string password = "") => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = _port,
        Database = name,
        UserID = user,
        Password = password,
        AllowPublicKeyRetrieval = true,
        Pooling = false,
    }.ConnectionString;

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new MySqlConnection(Database(string.Empty));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { } process)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string LastLines => Path.Combine(_folder, "log") is var log && File.Exists(log) ? string.Join('\n', File.ReadLines(log).TakeLast(15)) : "It wrote no log.";

    private async Task RunAsync(string kind, string[] options)
    {
        var executable = Executable(kind)!;
        var data = Path.Combine(_folder, "data");
        Directory.CreateDirectory(data);
        string[] common = ["--no-defaults", $"--datadir={data}", $"--log-error={Path.Combine(_folder, "log")}", $"--tmpdir={_folder}", "--skip-log-bin", "--innodb-flush-log-at-trx-commit=0", "--user=root"];
        var folding = options.Where(option => option.StartsWith("--lower", StringComparison.Ordinal));
        using (var initialize = kind == "mysql" ? Start(executable, [.. common, "--initialize-insecure", .. folding]) : Start(executable, [.. common, "--bootstrap", .. folding]))
        {
            if (kind != "mysql")
            {
                var share = ShareFolder(executable);
                string[] head = ["CREATE DATABASE mysql;", "USE mysql;", "SET @auth_root_socket=NULL;", "SET @skip_auth_anonymous=1;"];
                await initialize.StandardInput.WriteAsync(string.Join('\n', [.. head, .. BootstrapScripts.Select(script => File.ReadAllText(Path.Combine(share, "mysql_" + script) is var old && File.Exists(old) ? old : Path.Combine(share, "mariadb_" + script)))]));
            }

            initialize.StandardInput.Close();
            await initialize.WaitForExitAsync();
            Assert.True(initialize.ExitCode == 0, LastLines);
        }

        _process = Start(executable, [.. common, $"--port={_port}", $"--socket={Path.Combine(_folder, "s")}", "--bind-address=127.0.0.1", .. options]);
        await Eventually.HoldsAsync(
            async () =>
            {
                Assert.False(_process.HasExited, $"{executable} {string.Join(' ', options)} ended:\n{LastLines}");
                try
                {
                    await ScalarAsync("SELECT 1");
                    return true;
                }
                catch (MySqlException)
                {
                    return false;
                }
            },
            $"{executable} {string.Join(' ', options)} answers");
    }

    private static Process Start(string executable, string[] arguments)
    {
        var start = new ProcessStartInfo(executable) { RedirectStandardInput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string ShareFolder(string executable)
    {
        var root = Path.GetDirectoryName(Path.GetDirectoryName(executable))!;
        string[] roots = [root, "/usr"];
        string[] shares = ["share/mariadb", "share/mysql"];
        return roots.SelectMany(_ => shares, Path.Combine).First(folder => Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*_system_tables.sql").Any());
    }

    private static uint FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return (uint)((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
