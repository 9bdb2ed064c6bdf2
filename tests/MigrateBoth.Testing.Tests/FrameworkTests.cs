using MigrateBoth.Testing.Tests.Servers;

namespace MigrateBoth.Testing.Tests;

/// <summary>The same four tests in every framework: two of them rows of one, one declared for MySQL.</summary>
[Collection(nameof(MySqlServer))]
[Trait("Category", "Long")]
public sealed class FrameworkTests(MySqlServer server)
{
    [Fact]
    public async Task TUnit_runs_as_a_program_of_its_own()
    {
        using var project = new TestProject("tests/MigrateBoth.Testing.Tests/Frameworks/WithTUnit/WithTUnit.csproj");
        await project.BuildAsync();

        var run = await project.RunProgramAsync();

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains("succeeded: 3", run.Output, StringComparison.Ordinal);
        Assert.Contains("skipped: 1", run.Output, StringComparison.Ordinal);
        var recording = Assert.Single(run.Recordings);
        Assert.True(recording.IsComplete);
        Assert.Equal(
            ["Asks_the_server", "Counts_beds", "Finds_a_bed", "Finds_a_bed"],
            recording.Tests.Select(test => test.Name!["Frameworks.GardenTests.".Length..]).Order(StringComparer.Ordinal));
    }

    [MySqlTheory]
    [InlineData("WithXunitV2", false)]
    [InlineData("WithXunitV3", true)]
    [InlineData("WithNUnit", true)]
    [InlineData("WithMSTest", false)]
    public async Task Tests_are_named_reset_and_left_out_where_they_are_declared_for_the_other_engine(string framework, bool tellsArguments)
    {
        using var project = new TestProject($"tests/MigrateBoth.Testing.Tests/Frameworks/{framework}/{framework}.csproj");
        await project.BuildAsync();

        var (sqlite, mySql) = (await project.TestAsync("sqlite", null), await project.TestAsync("mysql", server.ConnectionString));

        Assert.True(sqlite.ExitCode == 0, sqlite.Output);
        Assert.True(mySql.ExitCode == 0, mySql.Output);
        Assert.Equal(["NotExecuted", "Passed", "Passed", "Passed"], sqlite.Outcomes.Select(outcome => outcome.Outcome).Order());
        Assert.All(mySql.Outcomes, outcome => Assert.Equal("Passed", outcome.Outcome));
        foreach (var recording in new[] { Assert.Single(sqlite.Recordings), Assert.Single(mySql.Recordings) })
        {
            Assert.True(recording.IsComplete);
            var declared = Assert.Single(recording.Declarations);
            Assert.Equal(("Frameworks.GardenTests.Asks_the_server", "mysql"), (declared.Name, declared.Engine));
            Assert.Equal(2, recording.Tests.Single(test => test.Name == "Frameworks.GardenTests.Counts_beds").Steps.Count(step => step is Core.Recordings.RecordedCommand));
            var rows = recording.Tests.Where(test => test.Name == "Frameworks.GardenTests.Finds_a_bed").ToList();
            Assert.Equal(2, rows.Count);
            if (tellsArguments)
            {
                Assert.Equal(["\"Garden\"", "\"Herbs\""], rows.Select(row => Assert.Single(row.Arguments!)).Order(StringComparer.Ordinal));
            }
        }

        Assert.Empty(sqlite.Leftovers);
        Assert.Empty(await server.DatabasesAsync());
    }
}
