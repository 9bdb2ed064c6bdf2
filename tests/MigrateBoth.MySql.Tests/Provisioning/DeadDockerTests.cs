using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Provisioning;

/// <summary>DOCKER_HOST belongs to the process: these run when no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WithoutDocker
{
    public const string Name = "without Docker";
}

[Collection(WithoutDocker.Name)]
public sealed class DeadDockerTests : IDisposable
{
    private readonly string? _dockerHost = Environment.GetEnvironmentVariable("DOCKER_HOST");
    private readonly StateFolder _state = new();

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("DOCKER_HOST", _dockerHost);
        _state.Dispose();
    }

    [Theory]
    [InlineData("unix:///no/such/docker.sock", "no/such/docker.sock")]
    [InlineData("tcp://127.0.0.1:1", "127.0.0.1:1")]
    [InlineData("nonsense", "")]
    public async Task A_daemon_that_does_not_answer_is_named(string host, string mentioned)
    {
        Environment.SetEnvironmentVariable("DOCKER_HOST", host);

        var error = await FailAsync(new MySqlServerRequest { Server = "docker" });

        Assert.Equal((ExitCode.Incomplete, "docker-unavailable"), (error.ExitCode, error.Code));
        Assert.Contains(mentioned, error.Message, StringComparison.Ordinal);
        Assert.Contains("docker info", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_server_everything_that_was_tried_is_listed_with_three_remedies()
    {
        Environment.SetEnvironmentVariable("DOCKER_HOST", "unix:///no/such/docker.sock");

        var error = await FailAsync(TestServers.LocalRequest("/no/such/mysqld") with { Server = "auto" });

        Assert.Equal((ExitCode.Incomplete, "mysql-unavailable"), (error.ExitCode, error.Code));
        Assert.Contains("no/such/docker.sock", error.Message, StringComparison.Ordinal);
        Assert.Contains("/no/such/mysqld", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, error.Hint!.Split('\n').Count(l => l.TrimStart() is ['1' or '2' or '3', '.', ..]));
    }

    [Fact]
    public async Task Auto_falls_back_to_a_process_of_this_machine()
    {
        Environment.SetEnvironmentVariable("DOCKER_HOST", "unix:///no/such/docker.sock");
        if (TestServers.Mariadbd is null)
        {
            Assert.False(TestServers.AreRequired, "There is no mariadbd.");
            return;
        }

        await using var server = await MySqlServers.StartAsync(
            TestServers.LocalRequest(TestServers.Mariadbd) with { Server = "auto", StateDirectory = _state.Path },
            new WatchedLease(),
            new Progress<string>(),
            CancellationToken.None);

        Assert.Equal("local", server.Source);
    }

    private async Task<MigrateBothException> FailAsync(MySqlServerRequest request)
    {
        var lease = new WatchedLease();
        var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
            MySqlServers.StartAsync(request with { StateDirectory = _state.Path }, lease, new Progress<string>(), CancellationToken.None));
        Assert.Empty(lease.Held);
        return error;
    }
}
