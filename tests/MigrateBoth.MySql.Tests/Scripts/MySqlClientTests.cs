using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Scripts;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Scripts;

/// <summary>Scripts in the real client. What a client says of a script has a line; everything else says that it was not run.</summary>
[Collection(OnDocker.Name)]
public sealed class MySqlClientTests : IDisposable
{
    private const string Script = "DELIMITER //\nCREATE PROCEDURE P() BEGIN CREATE TABLE IF NOT EXISTS T (Id int PRIMARY KEY); END //\nDELIMITER ;\nCALL P();\nDROP PROCEDURE P;\n";

    private readonly StateFolder _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task A_script_runs_in_the_client_of_the_server_s_own_container()
    {
        var request = new MySqlServerRequest { Server = "docker", StateDirectory = _state.Path };
        await using var server = await MySqlServers.StartAsync(request, new WatchedLease(), new Progress<string>(), CancellationToken.None);
        await using var database = await server.CreateDatabaseAsync("script", CancellationToken.None);
        var target = MySqlTarget.Parse(database.ConnectionString);

        var sound = await MySqlClient.RunAsync(server, database.ConnectionString, Script, CancellationToken.None);
        Assert.Equal(new ClientRun("mysql in the container", null), sound);

        var faulty = await MySqlClient.RunAsync(server, database.ConnectionString, "SELECT 1;\nSELECT * FROM Missing;\n", CancellationToken.None);
        Assert.Equal("mysql in the container", faulty.Client);
        Assert.Contains("at line 2", faulty.Error, StringComparison.Ordinal);

        // A log-in that is refused, a database that another server has, a container that is gone: nothing is known of the script.
        var wrong = new MySqlConnectionStringBuilder(database.ConnectionString) { Password = "wrong" }.ConnectionString;
        var refused = await MySqlClient.RunAsync(server, wrong, Script, CancellationToken.None);
        Assert.Null(refused.Client);
        Assert.Contains("ERROR 1045", refused.Error, StringComparison.Ordinal);

        var elsewhere = await MySqlClient.RunAsync(server, target.WithDatabase("migrateboth_000000000000_script").ToConnectionString(), Script, CancellationToken.None);
        Assert.Null(elsewhere.Client);
        Assert.Contains("ERROR 1049", elsewhere.Error, StringComparison.Ordinal);

        await using var gone = await MySqlScratchServer.ConnectAsync(target, new ServerOrigin("container") { Container = "migrateboth-gone" }, null, null, CancellationToken.None);
        Assert.Contains("No such container", (await MySqlClient.RunAsync(gone, wrong, Script, CancellationToken.None)).Error, StringComparison.Ordinal);

        // Of a server that was given only the port is known; the database tells whether it is the right container.
        await using var given = await MySqlScratchServer.ConnectAsync(target, new ServerOrigin("connection"), null, null, CancellationToken.None);
        var byPort = await MySqlClient.RunAsync(given, database.ConnectionString, Script, CancellationToken.None);
        Assert.True(byPort.Client == "mysql in the container", $"{target.Endpoint}: {byPort.Error}");
    }
}
