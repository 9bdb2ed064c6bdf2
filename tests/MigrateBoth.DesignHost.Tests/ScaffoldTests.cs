using MigrateBoth.Core;

namespace MigrateBoth.DesignHost.Tests;

public sealed class ScaffoldTests
{
    private const string Timestamp = "20260102030405";

    [Theory]
    [InlineData(Engine.Sqlite, "Sqlite")]
    [InlineData(Engine.MySql, "MySql")]
    public async Task Files_go_to_the_folder_of_their_engine(Engine engine, string folder)
    {
        await using var host = await Fixture.Factory.StartAsync();

        var migration = await host.ScaffoldAsync(engine, Timestamp, "Init", CancellationToken.None);

        var directory = Path.Combine(Fixture.Factory.Directory, "Migrations", folder);
        Assert.Equal("20260102030405_Init", migration.Id);
        Assert.Equal(
            ["20260102030405_Init.cs", "20260102030405_Init.Designer.cs", "LibraryContextModelSnapshot.cs"],
            migration.Files.Select(file => Path.GetRelativePath(directory, file.Path)));
        Assert.All(migration.Files, file => Assert.Contains($"namespace Factory.Migrations.{folder}", file.Content, StringComparison.Ordinal));
        Assert.Contains(migration.Operations, operation => operation.Summary == "create table Books");
        Assert.False(Directory.Exists(Path.Combine(Fixture.Factory.Directory, "Migrations")));
    }

    [Fact]
    public async Task Scaffolding_twice_gives_the_same_files()
    {
        await using var host = await Fixture.Factory.StartAsync();

        var first = await host.ScaffoldAsync(Engine.Sqlite, Timestamp, "Init", CancellationToken.None);
        await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);
        var second = await host.ScaffoldAsync(Engine.Sqlite, Timestamp, "Init", CancellationToken.None);

        Assert.Equal(first.Files, second.Files);
    }
}
