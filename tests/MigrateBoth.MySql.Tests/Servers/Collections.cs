using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>Tests that share one MySQL, in a container or otherwise.</summary>
[CollectionDefinition(Name)]
public sealed class OnMySql : ICollectionFixture<MySqlFixture>
{
    public const string Name = "MySQL";
}

/// <summary>Tests that share one MariaDB, a process of this machine.</summary>
[CollectionDefinition(Name)]
public sealed class OnMariaDb : ICollectionFixture<MariaDbFixture>
{
    public const string Name = "MariaDB";
}

/// <summary>Tests that share a MariaDB of the next long-term series, a process of this machine.</summary>
[CollectionDefinition(Name)]
public sealed class OnMariaDb11 : ICollectionFixture<MariaDb11Fixture>
{
    public const string Name = "MariaDB 11.8";
}

/// <summary>Tests that start containers of their own.</summary>
[CollectionDefinition(Name)]
public sealed class OnDocker
{
    public const string Name = "Docker";
}

/// <summary>Tests that start server processes of their own.</summary>
[CollectionDefinition(Name)]
public sealed class OnThisMachine
{
    public const string Name = "local servers";
}

public sealed class MySqlFixture() : ServerFixture(OnMySql.Name);

public class MariaDbFixture : ServerFixture
{
    public MariaDbFixture()
        : base(OnMariaDb.Name)
    {
    }

    protected MariaDbFixture(string collection)
        : base(collection)
    {
    }
}

public sealed class MariaDb11Fixture() : MariaDbFixture(OnMariaDb11.Name);

/// <summary>The shared server of a collection, gone when its last test is done.</summary>
public abstract class ServerFixture(string collection) : IAsyncLifetime
{
    private StartedServer? _started;

    public EngineFixture Engine { get; private set; } = null!;

    /// <summary>The server as root, without a database.</summary>
    public string ConnectionString { get; private set; } = null!;

    public string Endpoint => MySqlTarget.Parse(ConnectionString).Endpoint;

    internal MySqlScratchServer Server => _started!.Server;

    public async Task InitializeAsync()
    {
        _started = await TestServers.GetAsync(collection);
        Engine = new EngineFixture(Server);
        await using var database = await Server.CreateDatabaseAsync("root", CancellationToken.None);
        ConnectionString = MySqlTarget.Parse(database.ConnectionString).WithDatabase(string.Empty).ToConnectionString();
    }

    public async Task DisposeAsync()
    {
        if (_started is not null)
        {
            await _started.DisposeAsync();
        }
    }

    public Task ExecuteAsync(string sql) => Engine.ExecuteAsync(ConnectionString, sql);

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = new MySqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Reads a new database after executing the scripts in it.</summary>
    public async Task<Core.Schema.DatabaseSchema> ReadAsync(params string[] scripts)
    {
        await using var database = await ScratchAsync(scripts);
        return await Engine.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
    }

    /// <summary>A new database in which the scripts were executed.</summary>
    public async Task<IScratchDatabase> ScratchAsync(params string[] scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        var database = await Server.CreateDatabaseAsync("feature", CancellationToken.None);
        foreach (var script in scripts)
        {
            await Engine.ExecuteAsync(database.ConnectionString, script);
        }

        return database;
    }

    /// <summary>The connection string of another account.</summary>
    public string As(string user, string password, string database = "") =>
        new MySqlConnectionStringBuilder(ConnectionString) { UserID = user, Password = password, Database = database }.ConnectionString;
}
