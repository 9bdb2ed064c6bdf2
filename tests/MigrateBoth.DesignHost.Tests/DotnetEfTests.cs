using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>What the host would write is what <c>dotnet ef</c> writes, byte for byte.</summary>
public sealed class DotnetEfTests
{
    [Theory]
    [Trait("Category", "Long")]
    [InlineData(Engine.MySql, "MySql")]
    [InlineData(Engine.Sqlite, "Sqlite")]
    public Task A_first_migration_is_the_same(Engine engine, string provider) => FirstAsync(engine, provider);

    private static async Task FirstAsync(Engine engine, string provider)
    {
        using var copy = ApplicationCopy.Of(Fixture.Factory);
        await copy.BuildAsync();
        await copy.RunEfAsync(["migrations", "add", "Init", "--no-build", "--output-dir", $"Migrations/{provider}", "--", "--provider", provider]);
        await using var host = await copy.Application.StartAsync();

        var migration = await host.ScaffoldAsync(engine, copy.NewTimestamp, "Init", CancellationToken.None);

        AssertSame(copy, migration.Files, added: 3);
    }

    [Theory]
    [InlineData(Engine.Sqlite, "Sqlite", true)]
    public Task A_further_migration_is_the_same(Engine engine, string provider, bool isDefaultFolder) => FurtherAsync(engine, provider, isDefaultFolder);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(Engine.Sqlite, "Sqlite", false)]
    [InlineData(Engine.MySql, "MySql", false)]
    public Task A_further_migration_is_the_same_at_length(Engine engine, string provider, bool isDefaultFolder) => FurtherAsync(engine, provider, isDefaultFolder);

    private static async Task FurtherAsync(Engine engine, string provider, bool isDefaultFolder)
    {
        using var copy = ApplicationCopy.Of(Fixture.TwoContexts, ("MODEL_EXTRA", "1"));
        await copy.BuildAsync();
        string[] folder = isDefaultFolder ? [] : ["--output-dir", $"Migrations/{provider}"];
        await copy.RunEfAsync(["migrations", "add", "AddNote", "--no-build", "--context", $"{provider}ShopContext", .. folder]);
        await using var host = await copy.Application.StartAsync(copy.Application.Changed);

        var migration = await host.ScaffoldAsync(engine, copy.NewTimestamp, "AddNote", CancellationToken.None);

        AssertSame(copy, migration.Files, added: 2);
    }

    [Theory]
    [Trait("Category", "Long")]
    [InlineData(Engine.Sqlite, "Sqlite")]
    [InlineData(Engine.MySql, "MySql")]
    public async Task A_migration_after_one_whose_namespace_is_not_its_folder_s_is_the_same(Engine engine, string provider)
    {
        using var copy = ApplicationCopy.Of(Fixture.TwoContexts, ("MODEL_EXTRA", "1"));
        var migrations = Path.Combine(copy.Application.Directory, "Migrations");
        // dotnet ef looks for the last migration by its file's name, and takes the other provider's folder when the ids are the same.
        Directory.Delete(Path.Combine(migrations, engine == Engine.Sqlite ? "MySql" : "Sqlite"), recursive: true);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(migrations, provider)))
        {
            await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace($".Migrations.{provider}", $".History.Of{provider}", StringComparison.Ordinal));
        }

        await copy.BuildAsync();
        await copy.RunEfAsync(["migrations", "add", "AddNote", "--no-build", "--context", $"{provider}ShopContext"]);
        var folder = $"Migrations/{provider}";
        var changed = copy.Application.Changed;
        await using var host = await copy.Application.StartAsync(
            engine == Engine.Sqlite ? changed with { Sqlite = changed.Sqlite with { Migrations = folder } } : changed with { MySql = changed.MySql with { Migrations = folder } });

        var migration = await host.ScaffoldAsync(engine, copy.NewTimestamp, "AddNote", CancellationToken.None);

        Assert.All(migration.Files, file => Assert.Contains($"History.Of{provider}", file.Content, StringComparison.Ordinal));
        AssertSame(copy, migration.Files, added: 2);
    }

    /// <summary><c>dotnet ef</c> puts <c>(string)null</c> as the schema of every table into the snapshot; ours is what it was before.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [InlineData(Engine.Sqlite, "Sqlite")]
    public async Task Removing_a_migration_does_the_same_and_leaves_nothing_in_the_snapshot(Engine engine, string provider)
    {
        using var copy = ApplicationCopy.Of(Fixture.TwoContexts, ("MODEL_EXTRA", "1"));
        var before = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(copy.Application.Directory, "Migrations", provider), "*Snapshot.cs").Single());
        await copy.BuildAsync();
        await copy.RunEfAsync(["migrations", "add", "AddNote", "--no-build", "--context", $"{provider}ShopContext", "--output-dir", $"Migrations/{provider}"]);
        await copy.BuildAsync();
        await using var host = await copy.Application.StartAsync(copy.Application.Changed);
        var id = $"{copy.NewTimestamp}_AddNote";
        var removal = await host.PlanRemovalAsync(engine, CancellationToken.None);

        await copy.RunEfAsync(["migrations", "remove", "--no-build", "--force", "--context", $"{provider}ShopContext"]);

        Assert.Equal(id, removal!.Id);
        Assert.All(removal.Files.Take(2), file => Assert.False(File.Exists(file.Path), file.Path));
        Assert.Equal(before, removal.Files[2].Content);
        Assert.Equal(before, (await File.ReadAllTextAsync(removal.Files[2].Path)).Replace(", (string)null)", ")", StringComparison.Ordinal));
    }

    private static void AssertSame(ApplicationCopy copy, IReadOnlyList<ScaffoldedFile> files, int added)
    {
        Assert.Equal(added, copy.NewFiles.Count);
        Assert.Subset(files.Select(file => file.Path).ToHashSet(), copy.NewFiles.ToHashSet());
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(file.Path), ApplicationCopy.Bytes(file)));
    }
}
