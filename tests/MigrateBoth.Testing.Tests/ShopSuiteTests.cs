using MigrateBoth.Core.Recordings;
using MigrateBoth.Testing.Tests.Servers;

namespace MigrateBoth.Testing.Tests;

/// <summary>The sample suite, run as a user runs it: on both engines, at once.</summary>
[Collection(nameof(MySqlServer))]
public sealed class ShopSuiteTests(MySqlServer server)
{
    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task The_shop_s_suite_passes_identically_on_both_engines_and_leaves_nothing_behind()
    {
        using var project = new TestProject("tests/samples/Shop/tests/Shop.Tests/Shop.Tests.csproj");
        await project.BuildAsync();
        var before = await server.DatabasesAsync();

        var runs = await Task.WhenAll(project.TestAsync("sqlite", null), project.TestAsync("mysql", server.ConnectionString));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output));
        Assert.True(runs[0].Outcomes.Count >= 60);
        Assert.All(runs[0].Outcomes, outcome => Assert.Equal("Passed", outcome.Outcome));
        Assert.Equal(runs[0].Outcomes, runs[1].Outcomes);
        var (sqlite, mySql) = (Assert.Single(runs[0].Recordings), Assert.Single(runs[1].Recordings));
        Assert.Equal(("sqlite", "mysql"), (sqlite.Session.Engine, mySql.Session.Engine));
        foreach (var recording in new[] { sqlite, mySql })
        {
            Assert.True(recording.IsComplete);
            Assert.Empty(recording.Outside);
            Assert.All(recording.Tests, test => Assert.True(test.HasEnded));
            Assert.Equal("Shop.Tests", recording.Session.Assembly);
            Assert.Equal("Shop.Data.ShopContext", recording.Session.Context);
        }

        // Every run of a test on one engine has its counterpart, with as many saves and queries.
        Assert.Equal(Summary(sqlite), Summary(mySql));
        Assert.DoesNotContain(sqlite.Tests, test => test.Name is null);
        Assert.Empty(runs[0].Leftovers);
        Assert.Empty((await server.DatabasesAsync()).Except(before));
    }

    private static List<string> Summary(Core.Recordings.Recording recording) =>
    [
        .. recording.Tests.Select(test =>
        {
            var queries = test.Steps.OfType<RecordedCommand>().Count(command => command.Source != CommandSource.Save);
            return $"{test.Name}: {test.Steps.OfType<RecordedSave>().Count()} saves, {queries} queries";
        }).Order(StringComparer.Ordinal),
    ];
}
