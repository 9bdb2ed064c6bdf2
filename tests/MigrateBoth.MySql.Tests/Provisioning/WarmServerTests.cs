using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.MySql.Tests.Servers;

namespace MigrateBoth.MySql.Tests.Provisioning;

[Collection(OnDocker.Name)]
public sealed class WarmServerTests : IAsyncLifetime, IDisposable
{
    private readonly StateFolder _state = new();

    private MySqlServerRequest Request => new() { StateDirectory = _state.Path, Environment = OnlyImage };

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Before <see cref="Dispose"/>.</summary>
    public Task DisposeAsync() => new WarmServer(Request).DownAsync(CancellationToken.None);

    public void Dispose() => _state.Dispose();

    [Fact]
    public async Task Up_status_use_and_down()
    {
        var warm = new WarmServer(Request);
        Assert.Null(await warm.StatusAsync(CancellationToken.None));

        var up = await UpAsync(warm);
        Assert.Equal(("container", TestServers.Image), (up.Source, up.Image));
        Assert.Equal(up, await warm.StatusAsync(CancellationToken.None));
        Assert.Equal(up, await UpAsync(warm));
        Assert.Empty(_state.Written);

        await using (var server = await MySqlServers.StartAsync(Request, new WatchedLease(), new Progress<string>(), CancellationToken.None))
        {
            Assert.Equal(("container", up.Image, up.Identity), (server.Source, server.Image, server.Identity));
            await using var database = await server.CreateDatabaseAsync("warm", CancellationToken.None);
            Assert.Contains(up.Endpoint.Split(':')[1], database.ConnectionString, StringComparison.Ordinal);
        }

        Assert.Equal(up, await warm.StatusAsync(CancellationToken.None));
        Assert.True(await warm.DownAsync(CancellationToken.None));
        Assert.Null(await DockerProbe.FindAsync(up.Id));
        Assert.False(await warm.DownAsync(CancellationToken.None));
        Assert.DoesNotContain(Directory.GetFiles(_state.Path, "warm-server.*"), f => !f.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_password_is_in_a_file_that_only_its_owner_reads()
    {
        await UpAsync(new WarmServer(Request));

        var file = Path.Combine(_state.Path, "warm-server.password");
        var password = await File.ReadAllTextAsync(file);
        Assert.DoesNotContain(password, await File.ReadAllTextAsync(Path.Combine(_state.Path, "warm-server.json")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task State_of_a_container_that_is_gone_is_noticed_and_cleared()
    {
        var warm = new WarmServer(Request);
        var up = await UpAsync(warm);
        await DockerProbe.RemoveAsync(up.Id);

        Assert.Null(await warm.StatusAsync(CancellationToken.None));
        Assert.False(File.Exists(Path.Combine(_state.Path, "warm-server.json")));
    }

    [Fact]
    public async Task A_warm_server_of_another_image_is_not_used()
    {
        await UpAsync(new WarmServer(Request));
        var lines = new List<string>();

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => MySqlServers.StartAsync(
            Request with { Image = "migrateboth.invalid/other:2", Environment = n => n == MySqlServerRequest.ExecutableVariable ? "/none" : null },
            new WatchedLease(),
            new Lines(lines),
            CancellationToken.None));

        Assert.Equal("mysql-unavailable", error.Code);
        Assert.Contains("migrateboth.invalid/other:2 is asked for", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_start_at_once_start_one()
    {
        var attempts = Enumerable.Range(0, 2).Select(_ => Task.Run(() => UpAsync(new WarmServer(Request)))).ToList();

        var error = await Assert.ThrowsAsync<MigrateBothException>(() => Task.WhenAll(attempts));

        Assert.Equal("warm-server-busy", error.Code);
        Assert.Equal(1, attempts.Count(a => a.Status == TaskStatus.RanToCompletion));
    }

    private static Task<WarmServerStatus> UpAsync(WarmServer warm) => warm.UpAsync(new Progress<string>(), CancellationToken.None);

    private static string? OnlyImage(string name) => name == MySqlServerRequest.ImageVariable ? Environment.GetEnvironmentVariable(name) : null;

    private sealed class Lines(List<string> lines) : IProgress<string>
    {
        public void Report(string value) => lines.Add(value);
    }
}
