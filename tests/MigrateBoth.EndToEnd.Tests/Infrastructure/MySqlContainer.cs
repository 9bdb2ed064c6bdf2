using System.Globalization;
using CliWrap;
using CliWrap.Buffered;
using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>A MySQL that stands for the user's own server: the tool is given its connection string.</summary>
public sealed class MySqlContainer : IAsyncLifetime
{
    private const string RootPassword = "correct-horse";
    private string? _id;
    private int _port;

    /// <summary>The password, to be looked for where it must not be.</summary>
    public static string Password => RootPassword;

    /// <summary>The connection string of a database on it.</summary>
    public string Database(string name) =>
        new MySqlConnectionStringBuilder
        {
            Server = "127.0.0.1",
            Port = (uint)_port,
            Database = name,
            UserID = "root",
            Password = RootPassword,
            AllowPublicKeyRetrieval = true,
            Pooling = false,
        }.ConnectionString;

    public async Task InitializeAsync()
    {
        if (MySqlFactAttribute.Image is not { } image)
        {
            return;
        }

        _id = (await DockerAsync("run", "--detach", "--rm", "--tmpfs", "/var/lib/mysql", "--env", $"MYSQL_ROOT_PASSWORD={RootPassword}", "--publish", "127.0.0.1::3306", image)).Trim();
        var published = await DockerAsync("port", _id, "3306/tcp");
        _port = int.Parse(published.Split('\n')[0].Split(':')[^1], CultureInfo.InvariantCulture);
        var deadline = DateTime.UtcNow.AddMinutes(2);
        while (true)
        {
            try
            {
                await ScalarAsync(string.Empty, "SELECT 1");
                return;
            }
            catch (MySqlException) when (DateTime.UtcNow < deadline)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Runs a statement and returns the first value.</summary>
    public async Task<object?> ScalarAsync(string database, string sql)
    {
        await using var connection = new MySqlConnection(Database(database));
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Runs a script with the server's own client.</summary>
    public async Task PipeAsync(string database, string sql) => await Cli.Wrap("docker")
        .WithArguments(["exec", "--interactive", "--env", $"MYSQL_PWD={RootPassword}", _id!, "mysql", "--user=root", database])
        .WithStandardInputPipe(PipeSource.FromString(sql))
        .ExecuteBufferedAsync();

    public async Task DisposeAsync()
    {
        if (_id is not null)
        {
            await DockerAsync("rm", "--force", "--volumes", _id);
        }
    }

    private static async Task<string> DockerAsync(params string[] arguments) =>
        (await Cli.Wrap("docker").WithArguments(arguments).ExecuteBufferedAsync()).StandardOutput;
}
