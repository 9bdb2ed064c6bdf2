using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Provisioning;

[Collection(OnMySql.Name)]
public sealed class GivenServerTests(MySqlFixture fixture)
{
    private const string Password = "s3cr3t-word";

    [Fact]
    public async Task A_given_server_is_used_and_left_running()
    {
        var lease = new WatchedLease();
        await using (var server = await StartAsync(fixture.ConnectionString, lease))
        {
            Assert.Equal(("connection", fixture.Server.Identity), (server.Source, server.Identity));
            var database = await server.CreateDatabaseAsync("given", CancellationToken.None);
            Assert.Equal(("database", database.Name, fixture.Endpoint), (lease.Held.Single().Kind, lease.Held.Single().Id, lease.Held.Single().Detail));
            await database.DisposeAsync();
        }

        Assert.Empty(lease.Held);
        Assert.NotNull(await fixture.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task The_variable_gives_a_server_to_auto_and_to_nothing_else()
    {
        var request = new MySqlServerRequest
        {
            Environment = name => name == MySqlServerRequest.ServerVariable ? fixture.ConnectionString : null,
        };

        await using var server = await MySqlServers.StartAsync(request, new WatchedLease(), new Progress<string>(), CancellationToken.None);
        Assert.Equal("connection", server.Source);

        var local = await Assert.ThrowsAsync<MigrateBothException>(() =>
            MySqlServers.StartAsync(
                request with { Server = "local", Environment = n => n == MySqlServerRequest.ExecutableVariable ? "/none" : request.Environment(n) },
                new WatchedLease(),
                new Progress<string>(),
                CancellationToken.None));
        Assert.Equal("mysqld-not-found", local.Code);
    }

    [Fact]
    public async Task A_url_is_a_connection_too()
    {
        var root = new MySqlConnectionStringBuilder(fixture.ConnectionString);
        await using var account = await AccountAsync("GRANT ALL ON *.* TO {0}");

        await using var server = await StartAsync($"mysql://{account.User}:{Password}@{root.Server}:{root.Port}/any", new WatchedLease());

        Assert.Equal(fixture.Server.Identity, server.Identity);
    }

    [Fact]
    public async Task A_wrong_password_is_reported_without_the_password()
    {
        var error = await FailAsync(fixture.As("root", Password));

        Assert.Equal((ExitCode.Incomplete, "mysql-access-denied"), (error.ExitCode, error.Code));
        Assert.Contains("'root'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var error = await FailAsync($"Server=127.0.0.1;Port=1;User ID=root;Password={Password}");

        Assert.Equal((ExitCode.Incomplete, "mysql-unreachable"), (error.ExitCode, error.Code));
        Assert.Contains("127.0.0.1:1", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"Server=localhost;Password={Password};Sever=x")]
    [InlineData($"Server=localhost;Password=a;{Password}=b")]
    [InlineData($"Server=localhost;{Password}")]
    [InlineData($"User ID=root;Password={Password}")]
    [InlineData($"Server=localhost;Port={Password}")]
    [InlineData($"mysql://root:{Password}@host:port/x")]
    [InlineData($"mysql://root:{Password}@host/x?ssl=1")]
    public async Task What_is_no_connection_string_is_wrong_configuration(string text)
    {
        var error = await FailAsync(text);

        Assert.Equal((ExitCode.Configuration, "connection-invalid"), (error.ExitCode, error.Code));
    }

    [Theory]
    [InlineData("podman")]
    [InlineData("")]
    public async Task Any_other_word_is_wrong_usage(string text)
    {
        var error = await FailAsync(text);

        Assert.Equal((ExitCode.Usage, "mysql-server-unknown"), (error.ExitCode, error.Code));
    }

    [Fact]
    public async Task A_missing_grant_is_spelled_out_and_is_enough()
    {
        await using var account = await AccountAsync("GRANT SELECT ON *.* TO {0}");
        var error = await FailAsync(fixture.As(account.User, Password));

        Assert.Equal((ExitCode.Incomplete, "mysql-grant-missing"), (error.ExitCode, error.Code));
        var grant = $@"GRANT ALL PRIVILEGES ON `migrateboth\_%`.* TO '{account.User}'@'%';";
        Assert.Contains(grant, error.Hint, StringComparison.Ordinal);

        await fixture.ExecuteAsync(grant);
        await using var server = await StartAsync(fixture.As(account.User, Password), new WatchedLease());
        await using var database = await server.CreateDatabaseAsync("granted", CancellationToken.None);
        var schema = await fixture.Engine.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
        Assert.Empty(schema.Unread);
    }

    private static Task<MySqlScratchServer> StartAsync(string server, WatchedLease lease) => MySqlServers.StartAsync(
        new MySqlServerRequest { Server = server, Environment = _ => null }, lease, new Progress<string>(), CancellationToken.None);

    private static async Task<MigrateBothException> FailAsync(string server)
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => StartAsync(server, new WatchedLease()));
        Assert.DoesNotContain(Password, error.Message + error.Hint, StringComparison.OrdinalIgnoreCase);
        return error;
    }

    private Task<Account> AccountAsync(string grant) => Account.CreateAsync(fixture, Password, grant);
}
