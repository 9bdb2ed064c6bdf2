using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.DesignHost.Tests;

public sealed class ScaffoldTests
{
    private const string Timestamp = "20260202020202";

    [Theory]
    [InlineData(Engine.Sqlite, "Sqlite")]
    [InlineData(Engine.MySql, "MySql")]
    public async Task Files_go_to_the_folder_of_their_engine_and_are_not_written(Engine engine, string folder)
    {
        await using var host = await Fixture.Factory.StartAsync();

        var migration = await host.ScaffoldAsync(engine, Timestamp, "Init", CancellationToken.None);

        var directory = Path.Combine(Fixture.Factory.Directory, "Migrations", folder);
        Assert.Equal("20260202020202_Init", migration.Id);
        Assert.Equal(
            ["20260202020202_Init.cs", "20260202020202_Init.Designer.cs", "LibraryContextModelSnapshot.cs"],
            migration.Files.Select(file => Path.GetRelativePath(directory, file.Path)));
        Assert.All(migration.Files, file => Assert.Contains($"namespace Factory.Migrations.{folder}", file.Content, StringComparison.Ordinal));
        Assert.Contains(migration.Operations, operation => operation.Summary == "create table Books");
        Assert.False(Directory.Exists(directory));
    }

    [Fact]
    public async Task Scaffolding_after_other_requests_gives_the_same_files()
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.Changed);

        var first = await host.ScaffoldAsync(Engine.Sqlite, Timestamp, "AddNote", CancellationToken.None);
        await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);
        var second = await host.ScaffoldAsync(Engine.Sqlite, Timestamp, "AddNote", CancellationToken.None);

        Assert.Equal(first.Files, second.Files);
        Assert.Equal(["add column Jobs.Note"], second.Operations.Select(operation => operation.Summary));
    }

    [Fact]
    public async Task A_migration_without_SQL_is_not_scaffolded()
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.With("MODEL_IMPOSSIBLE", "1"));

        await HostAssert.FailsAsync(
            "sql-generation-failed", ExitCode.Incomplete, () => host.ScaffoldAsync(Engine.Sqlite, Timestamp, "Impossible", CancellationToken.None));
    }

    [Theory]
    [InlineData(Engine.Sqlite, "Sqlite")]
    [InlineData(Engine.MySql, "MySql")]
    public async Task A_snapshot_is_replaced_where_its_own_engine_s_is(Engine engine, string folder)
    {
        await using var host = await Fixture.Options.StartAsync(Fixture.Options.Changed);

        var migration = await host.ScaffoldAsync(engine, Timestamp, "AddNote", CancellationToken.None);

        var snapshot = Path.Combine(Fixture.Options.Directory, "Migrations", folder, "TaskContextModelSnapshot.cs");
        Assert.Equal(snapshot, migration.Files[2].Path);
        Assert.True(File.Exists(snapshot));
    }

    [Fact]
    public async Task A_configured_folder_becomes_the_namespace()
    {
        var configuration = Fixture.Factory.Configuration with { Sqlite = new EngineSettings { Migrations = "Data/Migrations/Lite" } };
        await using var host = await Fixture.Factory.StartAsync(configuration);

        var migration = await host.ScaffoldAsync(Engine.Sqlite, Timestamp, "Init", CancellationToken.None);

        Assert.Equal(
            Path.Combine(Fixture.Factory.Directory, "Data", "Migrations", "Lite", "20260202020202_Init.cs"), migration.Files[0].Path);
        Assert.Contains("namespace Factory.Data.Migrations.Lite\n", migration.Files[0].Content!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite, "Split.Sqlite")]
    [InlineData(Engine.MySql, "Split.MySql")]
    public async Task A_project_per_engine_gets_the_default_folder(Engine engine, string project)
    {
        await using var host = await Fixture.Split.StartAsync(Fixture.Split.Configuration with { Context = "WareContext" });

        var migration = await host.ScaffoldAsync(engine, Timestamp, "Init", CancellationToken.None);

        Assert.Equal(
            Path.Combine(FixtureApplication.Root, project, "Migrations", "20260202020202_Init.cs"), migration.Files[0].Path);
        Assert.Contains($"namespace {project}.Migrations", migration.Files[0].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Init")]
    [InlineData("init")]
    [InlineData("Migration")]
    [InlineData("SqliteShopContext")]
    public async Task A_name_that_cannot_be_used_is_refused(string name)
    {
        await using var host = await Fixture.TwoContexts.StartAsync();

        var error = await Assert.ThrowsAsync<MigrateBothException>(
            () => host.ScaffoldAsync(Engine.Sqlite, Timestamp, name, CancellationToken.None));

        Assert.Equal(ExitCode.Usage, error.ExitCode);
    }

    [Theory]
    [InlineData("OldEf", "net8.0", "8.0.34")]
    [InlineData("NewEf", "net10.0", "10.0.15")]
    public async Task Other_majors_of_EF_Core_scaffold_and_describe_and_apply(string name, string framework, string version)
    {
        using var database = new SqliteFile();
        var fixture = new FixtureApplication(name, framework);
        await using var host = await fixture.StartAsync();

        var model = await host.DescribeAsync(Engine.Sqlite, CancellationToken.None);
        var migration = await host.ScaffoldAsync(Engine.Sqlite, Timestamp, "Init", CancellationToken.None);
        await host.CreateFromModelAsync(Engine.Sqlite, database.ConnectionString, CancellationToken.None);

        Assert.Equal(version, model.EfCoreVersion);
        Assert.Contains($"""HasAnnotation("ProductVersion", "{version}")""", migration.Files[2].Content, StringComparison.Ordinal);
        Assert.Equal(["Notes"], database.Tables);
    }
}
