using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Remove;

public sealed class RemoveCommandTests
{
    private const string Last = "20260101000000_Last";

    [Fact]
    public async Task Files_of_both_sides_go_and_both_snapshots_return()
    {
        using var project = Project();

        var run = await project.RunAsync("remove", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Migrations/MySql/Snapshot.cs", "Migrations/Sqlite/Snapshot.cs", "Shop.csproj"], project.Files());
        Assert.Equal("// old", project.Read("Migrations", "MySql", "Snapshot.cs"));
        Assert.Equal(Last, run.Json.GetProperty("migration").GetProperty("id").GetString());
        Assert.Equal(4, run.Json.GetProperty("deleted").GetArrayLength());
        Assert.Equal(2, run.Json.GetProperty("restored").GetArrayLength());
    }

    [Fact]
    public async Task Sides_that_end_differently_are_refused_even_with_force()
    {
        using var project = Project();
        var plan = project.Host.Removal!;
        project.Host.Removal = engine => engine == Engine.MySql ? plan(engine)! with { Id = "20260202000000_Other" } : plan(engine);
        var before = project.Files();

        var run = await project.RunAsync("remove", "--force");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"SQLite ends with {Last}, MySQL ends with 20260202000000_Other", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, project.Files());
    }

    [Fact]
    public async Task Without_any_migration_there_is_nothing_to_remove()
    {
        using var project = new FakeProject();

        var run = await project.RunAsync("remove", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("no-migrations", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_migration_that_a_given_database_has_applied_stays()
    {
        using var project = Project();
        project.Host.Plans[Engine.MySql] = project.Host.Plans[Engine.MySql] with { Applied = [Last] };
        var before = project.Files();

        var run = await project.RunAsync("remove", "--sqlite", "shop.db", "--mysql", "Server=db;Database=shop;User=app;Password=hunter2");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"{Last} is applied to 'app@db:3306/shop'", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, project.Files());
    }

    [Fact]
    public async Task Force_removes_it_and_says_that_the_database_is_not_reverted()
    {
        using var project = Project();
        project.Host.Plans[Engine.MySql] = project.Host.Plans[Engine.MySql] with { Applied = [Last] };

        var run = await project.RunAsync("remove", "--mysql", "Server=db;Database=shop;User=app", "--force");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("it reverts no database", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain($"Migrations/MySql/{Last}.cs", project.Files());
    }

    private static FakeProject Project()
    {
        var project = new FakeProject(Last);
        foreach (var engine in EngineNames.All)
        {
            Directory.CreateDirectory(project.Host.Folder(engine));
            foreach (var name in new[] { $"{Last}.cs", $"{Last}.Designer.cs", "Snapshot.cs" })
            {
                File.WriteAllText(Path.Combine(project.Host.Folder(engine), name), "// new");
            }
        }

        project.Host.Removal = engine => new MigrationRemoval(engine, Last,
        [
            new ScaffoldedFile(Path.Combine(project.Host.Folder(engine), $"{Last}.cs"), null),
            new ScaffoldedFile(Path.Combine(project.Host.Folder(engine), $"{Last}.Designer.cs"), null),
            new ScaffoldedFile(Path.Combine(project.Host.Folder(engine), "Snapshot.cs"), "// old"),
        ]);
        return project;
    }
}
