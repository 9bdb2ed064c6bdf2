using MigrateBoth.Core;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class BaselineTests
{
    [Fact]
    public async Task Status_requires_pairs_after_the_baseline_only()
    {
        var without = await StatusAsync("{ }");
        var with = await StatusAsync("""{ "baseline": { "sqlite": "20250201000000_More", "mysql": "20250301000000_Squashed" } }""");

        Assert.Equal(1, without.ExitCode);
        Assert.True(with.ExitCode == 0, with.Out + with.Error);
    }

    [Fact]
    public async Task A_baseline_that_is_not_there_is_a_wrong_configuration()
    {
        var run = await StatusAsync("""{ "baseline": { "mysql": "20250301000000_Squash" } }""");

        Assert.Equal(78, run.ExitCode);
        Assert.Contains("Did you mean '20250301000000_Squashed'?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_tells_what_needs_no_twin_from_what_lacks_one()
    {
        using var project = Project("""{ "baseline": { "sqlite": "20250201000000_More", "mysql": "20250301000000_Squashed" } }""");

        var run = await project.RunAsync("list");
        var json = (await project.RunAsync("list", "--format", "json")).Json.GetProperty("migrations");

        Assert.Equal(
            """
            migration                SQLite   MySQL
            20250101000000_Init      yes      missing  before the baseline
            20250201000000_More      yes      missing  before the baseline
            20250301000000_Squashed  missing  yes      before the baseline
            20250401000000_Pair      yes      yes

            1 pair(s), 3 before the baseline.

            """,
            run.Out);
        Assert.Equal([true, true, true, false], json.EnumerateArray().Select(row => row.GetProperty("beforeBaseline").GetBoolean()));
    }

    [Fact]
    public async Task List_shows_the_ids_that_correct_the_baseline()
    {
        using var project = Project("""{ "baseline": { "mysql": "20250301000000_Squash" } }""");

        var run = await project.RunAsync("list");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Did you mean '20250301000000_Squashed'? It is ignored here.", run.Error, StringComparison.Ordinal);
        Assert.Contains("3 unpaired", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ }", "unpaired-history")]
    [InlineData("""{ "baseline": { "sqlite": "20250101000000_Init", "mysql": "20250301000000_Squashed" } }""", "unpaired-history")]
    [InlineData("""{ "baseline": { "sqlite": "20250201000000_More", "mysql": "20250301000000_Squashed" } }""", null)]
    [InlineData("""{ "baseline": { "sqlite": "20250201000000_Moore" } }""", "baseline-not-found")]
    public async Task Add_and_script_warn_of_what_lacks_a_twin_after_the_baseline(string configuration, string? warning)
    {
        using var project = Project(configuration);
        foreach (var engine in EngineNames.All)
        {
            project.Host.Operations[engine] = [FakeDesignHost.Operation("add column Orders.Note")];
        }

        foreach (var command in new[] { new[] { "add", "Note" }, ["script", "--output", "sql"] })
        {
            var run = await project.RunAsync([.. command, "--format", "json"]);
            Assert.True(run.ExitCode == 0, run.Error);
            Assert.Equal(warning, run.Json.GetProperty("warnings").EnumerateArray().Select(entry => entry.GetProperty("code").GetString()).SingleOrDefault());
        }
    }

    [Fact]
    public async Task Remove_refuses_a_migration_that_the_baseline_names()
    {
        using var project = Project("""{ "baseline": { "sqlite": "20250401000000_Pair" } }""");
        project.Host.Removal = engine => new MigrationRemoval(engine, "20250401000000_Pair", []);

        var run = await project.RunAsync("remove", "--format", "json");

        Assert.Equal((2, "before-baseline"), (run.ExitCode, run.Json.GetProperty("error").GetProperty("code").GetString()));
    }

    private static async Task<ToolRun> StatusAsync(string configuration)
    {
        using var project = Project(configuration);
        return await project.RunAsync("status");
    }

    private static FakeProject Project(string configuration)
    {
        var project = new FakeProject("20250101000000_Init", "20250201000000_More", "20250401000000_Pair");
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20250301000000_Squashed", "20250401000000_Pair"]) };
        File.WriteAllText(Path.Combine(project.Directory, "migrateboth.json"), configuration);
        return project;
    }
}
