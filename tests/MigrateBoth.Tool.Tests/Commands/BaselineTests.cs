using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class BaselineTests
{
    [Fact]
    public async Task Status_asks_for_pairs_after_the_baseline_only()
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

    private static async Task<ToolRun> StatusAsync(string configuration)
    {
        using var project = new FakeProject("20250101000000_Init", "20250201000000_More", "20250401000000_Pair");
        project.Host.Models = project.Models with { MySql = FakeDesignHost.Model(Engine.MySql, ["20250301000000_Squashed", "20250401000000_Pair"]) };
        File.WriteAllText(Path.Combine(project.Directory, "migrateboth.json"), configuration);
        return await project.RunAsync("status");
    }
}
