using MigrateBoth.Core;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.DesignHost.Tests;

public sealed class RemovalTests
{
    [Theory]
    [InlineData(Engine.Sqlite, "Sqlite")]
    [InlineData(Engine.MySql, "MySql")]
    public async Task The_last_migration_of_its_own_engine_goes_and_the_snapshot_is_put_back(Engine engine, string folder)
    {
        await using var host = await Fixture.Options.StartAsync();

        var removal = await host.PlanRemovalAsync(engine, CancellationToken.None);

        var directory = Path.Combine(Fixture.Options.Directory, "Migrations", folder);
        Assert.Equal("20260103000000_LimitTitle", removal!.Id);
        Assert.Equal(
            ["20260103000000_LimitTitle.cs", "20260103000000_LimitTitle.Designer.cs", "TaskContextModelSnapshot.cs"],
            removal.Files.Select(file => Path.GetRelativePath(directory, file.Path)));
        Assert.Equal([null, null], removal.Files.Take(2).Select(file => file.Content));
        Assert.DoesNotContain("HasMaxLength(100)", removal.Files[2].Content, StringComparison.Ordinal);
        Assert.Contains($"namespace Options.Migrations.{folder}", removal.Files[2].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_the_only_migration_removes_the_snapshot_too()
    {
        await using var host = await Fixture.TwoContexts.StartAsync();

        var removal = await host.PlanRemovalAsync(Engine.MySql, CancellationToken.None);

        Assert.Equal(3, removal!.Files.Count);
        Assert.All(removal.Files, file => Assert.Null(file.Content));
    }

    [Fact]
    public async Task Without_migrations_there_is_nothing_to_remove()
    {
        await using var host = await Fixture.Factory.StartAsync();

        Assert.Null(await host.PlanRemovalAsync(Engine.Sqlite, CancellationToken.None));
    }

    [Fact]
    public async Task A_migration_without_a_snapshot_is_not_removed()
    {
        await using var host = await Fixture.Failing.StartAsync();

        await HostAssert.FailsAsync(
            "snapshot-missing", ExitCode.Incomplete, () => host.PlanRemovalAsync(Engine.Sqlite, CancellationToken.None));
    }
}
