using MigrateBoth.Core.Scratch;
using MigrateBoth.Specification.Scratch;

namespace MigrateBoth.Sqlite.Tests.Scratch;

public sealed class SqliteScratchServerTests(SqliteFixture fixture) : ScratchServerSpecification(fixture), IClassFixture<SqliteFixture>
{
    protected override IReadOnlyList<string> Sources => ["file"];

    protected override Task<bool> ExistsAsync(string name) => Task.FromResult(File.Exists(name));

    protected override Task<string> PlantForeignDatabaseAsync()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("migrateboth-not-ours-").FullName, "shop.db");
        File.WriteAllText(file, "not ours");
        return Task.FromResult(file);
    }

    protected override Task RemoveForeignDatabaseAsync(string name)
    {
        Directory.Delete(Path.GetDirectoryName(name)!, recursive: true);
        return Task.CompletedTask;
    }

    protected override async Task SweepAsync(string name)
    {
        var sweeper = new DirectorySweeper();
        Assert.False(await sweeper.SweepAsync(new LeasedResource(sweeper.Kind, Path.GetDirectoryName(name)!), CancellationToken.None));
        Assert.False(await sweeper.SweepAsync(new LeasedResource(sweeper.Kind, name), CancellationToken.None));
    }
}
