using CliWrap;
using CliWrap.Buffered;
using MySqlConnector;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>One MySQL for all tests whose subject is not how a server is had, nor what happens when it goes: the tool is given its connection string.</summary>
public sealed class MySqlContainer : IAsyncLifetime
{
    private OwnServer? _server;

    private OwnServer Server => _server ?? throw new InvalidOperationException("There is no MySQL: run eng/mysql/ensure.sh, and export MIGRATEBOTH_MYSQL_IMAGE as it prints it.");

    /// <summary>For <c>--mysql</c>.</summary>
    public string ConnectionString => Server.ConnectionString;

    /// <summary>The connection string of a database on it.</summary>
    public string Database(string name) => Server.Connection(Failures.Secret, name);

    /// <summary>The same with a password of the caller's.</summary>
    internal string Connection(string password) => Server.Connection(password, null);

    public async Task InitializeAsync() => _server = MySqlFactAttribute.Image is null ? null : await OwnServer.StartAsync();

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
        .WithArguments(["exec", "--interactive", "--env", $"MYSQL_PWD={Failures.Secret}", Server.Container, "mysql", "--user=root", database])
        .WithStandardInputPipe(PipeSource.FromString(sql))
        .ExecuteBufferedAsync();

    public async Task DisposeAsync()
    {
        if (_server is { } server)
        {
            await server.DisposeAsync();
        }
    }
}
