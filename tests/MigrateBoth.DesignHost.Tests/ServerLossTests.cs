using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>With a server for each test, because it takes it away.</summary>
public sealed class ServerLossTests : IAsyncLifetime
{
    private readonly MySqlServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [MySqlFact]
    public async Task A_server_that_goes_away_in_the_middle_is_reported_with_the_command_that_ran()
    {
        var database = await _server.CreateDatabaseAsync();
        await using var host = await Fixture.Slow.StartAsync();
        var sleeping = new TaskCompletionSource();
        host.Progress += progress =>
        {
            if (progress.Text.Contains("20260102000000_Sleep", StringComparison.Ordinal))
            {
                sleeping.TrySetResult();
            }
        };
        var applying = host.ApplyAsync(Engine.MySql, database, null, TimeSpan.FromSeconds(20), CancellationToken.None);
        await sleeping.Task;

        _server.Kill();
        var run = await applying;

        Assert.Equal("20260102000000_Sleep", run.Failure!.MigrationId);
        Assert.NotNull(run.Failure.Failed);
        Assert.True(run.Failure.IsServerLost);
        Assert.Contains("The history could not be read afterwards", run.Failure.Message, StringComparison.Ordinal);
    }

    [MySqlFact]
    public async Task A_server_that_goes_away_while_the_lock_is_waited_for_is_reported_as_gone()
    {
        var database = await _server.CreateDatabaseAsync() + "_absent";
        await using var holder = await _server.HoldLockAsync(database);
        await using var host = await Fixture.Options.StartAsync();
        var applying = host.ApplyAsync(Engine.MySql, database, null, TimeSpan.FromSeconds(60), CancellationToken.None);
        await MySqlServer.WaitingSessionAsync(holder);

        _server.Kill();
        var run = await applying;

        Assert.False(run.Failure!.IsLockTimeout);
        Assert.StartsWith("EF Core's migration lock could not be taken, so nothing was applied. ", run.Failure.Message, StringComparison.Ordinal);
    }
}
