using System.Diagnostics;
using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Containers;
using MigrateBoth.MySql.Tests.Servers;
using Xunit.Abstractions;

namespace MigrateBoth.MySql.Tests.Provisioning;

[Collection(OnDocker.Name)]
public sealed class ContainerTests(ITestOutputHelper output) : IDisposable
{
    private readonly StateFolder _state = new();

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task A_container_answers_and_is_gone_after_dispose()
    {
        var lease = new WatchedLease();
        var clock = Stopwatch.StartNew();
        await using var server = await StartAsync(new MySqlServerRequest { Server = "docker" }, lease);
        output.WriteLine($"ready after {clock.ElapsedMilliseconds} ms");

        var name = Assert.Single(lease.Held).Id;
        Assert.Equal(("container", TestServers.Image), (server.Source, server.Image));
        await using (var database = await server.CreateDatabaseAsync("first", CancellationToken.None))
        {
            Assert.StartsWith("migrateboth_", database.Name, StringComparison.Ordinal);
        }

        var container = await DockerProbe.FindAsync(name);
        Assert.Equal("scratch", container!.Config!.Labels["migrateboth"]);
        Assert.Equal(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture), container.Config!.Labels["migrateboth.pid"]);
        if ((await DockerEngine.ConnectAsync(CancellationToken.None)).SharesLoopback)
        {
            Assert.All(container.NetworkSettings!.Ports!["3306/tcp"], p => Assert.Equal("127.0.0.1", p.HostIP));
        }

        await server.DisposeAsync();

        Assert.Empty(lease.Held);
        Assert.Null(await DockerProbe.FindAsync(name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(100)]
    [InlineData(200)]
    [InlineData(350)]
    [InlineData(600)]
    [InlineData(1000)]
    public async Task Cancelling_at_any_moment_leaves_no_container(int milliseconds)
    {
        var lease = new WatchedLease();
        using var cancellation = new CancellationTokenSource(milliseconds);

        try
        {
            // A fast machine may be done before the last of them.
            await using var server = await StartAsync(new MySqlServerRequest { Server = "docker" }, lease, cancellation.Token);
        }
        catch (OperationCanceledException)
        {
        }

        Assert.Empty(lease.Held);
        await Task.Delay(1000);
        foreach (var resource in lease.Ever)
        {
            Assert.Null(await DockerProbe.FindAsync(resource.Id));
        }
    }

    [Fact]
    public async Task An_unavailable_image_is_reported_with_dockers_error()
    {
        var lease = new WatchedLease();

        var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
            StartAsync(new MySqlServerRequest { Server = "docker", Image = "migrateboth.invalid/none:1" }, lease));

        Assert.Equal((ExitCode.Incomplete, "image-missing"), (error.ExitCode, error.Code));
        Assert.Contains("migrateboth.invalid/none:1", error.Message, StringComparison.Ordinal);
        Assert.Matches("(?i)lookup|dial|no such host|resolve|not found", error.Message);
        Assert.Contains("--mysql-image", error.Hint, StringComparison.Ordinal);
        Assert.Empty(lease.Held);
    }

    [Fact]
    public async Task A_name_that_is_none_is_wrong_configuration()
    {
        var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
            StartAsync(new MySqlServerRequest { Server = "docker", Image = "Not An Image!" }, new WatchedLease()));

        Assert.Equal((ExitCode.Configuration, "image-name-invalid"), (error.ExitCode, error.Code));
    }

    [Fact]
    public async Task A_container_that_never_becomes_ready_is_an_error_with_its_log_and_removed()
    {
        var image = await DockerProbe.BuildImageAsync("echo no server lives here; sleep 600");
        try
        {
            var lease = new WatchedLease();
            var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
                StartAsync(new MySqlServerRequest { Server = "docker", Image = image, StartTimeout = TimeSpan.FromSeconds(2) }, lease));

            Assert.Equal((ExitCode.Incomplete, "container-not-ready"), (error.ExitCode, error.Code));
            Assert.Contains("within 2 s", error.Message, StringComparison.Ordinal);
            Assert.Contains("no server lives here", error.Message, StringComparison.Ordinal);
            Assert.Null(await DockerProbe.FindAsync(Assert.Single(lease.Ever).Id));
            Assert.Empty(lease.Held);
        }
        finally
        {
            await DockerProbe.RemoveImageAsync(image);
        }
    }

    [Fact]
    public async Task A_container_that_ends_is_not_waited_for()
    {
        var image = await DockerProbe.BuildImageAsync("echo out of luck >&2; sleep 1; exit 3");
        try
        {
            var clock = Stopwatch.StartNew();
            var error = await Assert.ThrowsAsync<MigrateBothException>(() =>
                StartAsync(new MySqlServerRequest { Server = "docker", Image = image, StartTimeout = TimeSpan.FromMinutes(5) }, new WatchedLease()));

            Assert.Equal("container-not-ready", error.Code);
            Assert.Contains("exit code 3", error.Message, StringComparison.Ordinal);
            Assert.Contains("out of luck", error.Message, StringComparison.Ordinal);
            Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);
        }
        finally
        {
            await DockerProbe.RemoveImageAsync(image);
        }
    }

    private Task<MySqlScratchServer> StartAsync(MySqlServerRequest request, WatchedLease lease, CancellationToken cancellationToken = default) =>
        MySqlServers.StartAsync(request with { StateDirectory = _state.Path }, lease, new ProgressLog(output), cancellationToken);
}
