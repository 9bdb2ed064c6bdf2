using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Probing;
using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Provisioning;

/// <summary>What was named has to be what answers, whichever way leads to a server.</summary>
[Collection(OnMariaDb.Name)]
public sealed class RequiredServerTests(MariaDbFixture fixture) : IDisposable
{
    private readonly StateFolder _state = new();

    public void Dispose() => _state.Dispose();

    [Theory]
    [InlineData("mysql:9.7", null, null, "--mysql-image mysql:9.7 asks for MySQL")]
    [InlineData(null, "mysql:8.4", null, "MIGRATEBOTH_MYSQL_IMAGE mysql:8.4 asks for MySQL")]
    [InlineData(null, null, "8.4", "mysql.version 8.4 asks for MySQL")]
    [InlineData(null, null, "99.1-mariadb", "older than mysql.version 99.1-mariadb requires")]
    [InlineData("acme/database:prod", null, null, "does not show its vendor")]
    [InlineData("mariadb:99", null, null, "older than --mysql-image mariadb:99 requires")]
    public async Task A_given_server_that_is_not_the_named_one_is_refused(string? option, string? variable, string? version, string reason)
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() => StartAsync(Given(option, variable) with { ConfiguredVersion = version }));

        Assert.Equal((ExitCode.Incomplete, "mysql-not-as-required"), (error.ExitCode, error.Code));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData("mariadb:10", "mysql:9.7", null)]
    [InlineData(null, "mariadb", "10.5-mariadb")]
    [InlineData("acme/database:prod", null, "10.5-mariadb")]
    public async Task A_server_that_is_will_do(string? option, string? variable, string? version) =>
        await StartAsync(Given(option, variable) with { ConfiguredVersion = version });

    [Theory]
    [InlineData("mysql:9.7", null, "it is MariaDB")]
    [InlineData(null, "99.1-mariadb", "older than mysql.version 99.1-mariadb requires")]
    [InlineData("mariadb:10", "10.5-mariadb", null)]
    [InlineData(null, null, null)]
    public async Task What_the_doctor_looks_at_is_held_against_what_was_named(string? image, string? version, string? refusal)
    {
        MySqlServerRequest[] requests = [Given(image, null), TestServers.LocalRequest(TestServers.Mariadbd) with { Image = image, StateDirectory = _state.Path }];
        foreach (var request in requests.Select(request => request with { ConfiguredVersion = version }))
        {
            var probe = Assert.Single(await ServerProbes.RunAsync(request, CancellationToken.None));

            Assert.Equal(refusal is null, probe.IsUsable);
            Assert.Contains(refusal ?? "MariaDB", probe.Detail, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Auto_does_not_fall_back_to_another_vendor_when_an_image_was_named()
    {
        var request = TestServers.LocalRequest(TestServers.Mariadbd) with { Server = "auto", Image = "migrateboth.invalid/mysql:9.7", StateDirectory = _state.Path };

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => StartAsync(request));

        Assert.Equal((ExitCode.Incomplete, "mysql-not-as-required"), (error.ExitCode, error.Code));
        Assert.Contains("--mysql-image migrateboth.invalid/mysql:9.7 asks for MySQL", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_warm_server_of_another_vendor_is_not_left_running_under_the_name()
    {
        var warm = new WarmServer(TestServers.LocalRequest(TestServers.Mariadbd) with { Image = "mysql:9.7", StateDirectory = _state.Path });

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => warm.UpAsync(new Progress<string>(), CancellationToken.None));

        Assert.Equal("mysql-not-as-required", error.Code);
        Assert.Null(await warm.StatusAsync(CancellationToken.None));
    }

    private static async Task StartAsync(MySqlServerRequest request)
    {
        var lease = new WatchedLease();
        try
        {
            await using var server = await MySqlServers.StartAsync(request, lease, new Progress<string>(), CancellationToken.None);
        }
        finally
        {
            Assert.Empty(lease.Held);
        }
    }

    private MySqlServerRequest Given(string? option, string? variable) => new()
    {
        Server = fixture.ConnectionString,
        Image = option,
        Environment = name => name == MySqlServerRequest.ImageVariable ? variable : null,
        StateDirectory = _state.Path,
    };
}
