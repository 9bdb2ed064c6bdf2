using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>The sound sample: the main job, proven end to end on a real container.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ShopTests(InstalledTool tool)
{
    [Fact]
    public async Task Verify_passes_every_stage_against_a_container()
    {
        using var sandbox = Sandbox.OfSample(tool, "Shop");

        var result = await sandbox.RunAsync("verify", "--format", "json", "--mysql", "docker");

        Assert.True(result.ExitCode == 0, result.ToString());
        var json = result.Json;
        Assert.Equal("passed", json.GetProperty("outcome").GetString());
        Assert.Empty(json.GetProperty("findings").EnumerateArray());
        foreach (var stage in new[] { "history", "drift", "parity", "roundtrip", "behaviour", "tests" })
        {
            var found = json.GetProperty("stages").EnumerateArray().Single(s => s.GetProperty("name").GetString() == stage);
            Assert.Equal("passed", found.GetProperty("status").GetString());
            Assert.True(found.GetProperty("checked").GetInt32() > 0, $"{stage} checked nothing");
        }

        var probes = json.GetProperty("probes");
        Assert.Equal(probes.GetProperty("planned").GetInt32(), probes.GetProperty("identical").GetInt32());

        // A test that never touches the database has nothing recorded, and says so.
        var verdicts = json.GetProperty("tests").EnumerateArray().ToLookup(test => test.GetProperty("verdict").GetString(), test => test.GetProperty("recorded").GetBoolean());
        Assert.Equal(["outcomeOnly", "same"], verdicts.Select(group => group.Key).Order(StringComparer.Ordinal));
        Assert.All(verdicts["same"], Assert.True);
        Assert.All(verdicts["outcomeOnly"], Assert.False);
        Assert.True(verdicts["same"].Count() >= 60);

        var mysql = json.GetProperty("engines").GetProperty("mysql");
        Assert.Equal("container", mysql.GetProperty("source").GetString());
        Assert.Equal("MySQL", mysql.GetProperty("vendor").GetString());
        Assert.Matches(@"^\d+\.\d+\.\d+$", mysql.GetProperty("version").GetString());
        Assert.StartsWith("3.", json.GetProperty("engines").GetProperty("sqlite").GetProperty("version").GetString(), StringComparison.Ordinal);
        Assert.True(json.GetProperty("model").GetProperty("entityTypes").GetInt32() >= 14);
    }
}
