using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Suites;

/// <summary>The sound sample's suite: a hundred believable tests, and not one finding.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class ShopSuiteTests(InstalledTool tool)
{
    [Fact]
    public async Task The_shop_s_suite_passes_identically()
    {
        using var sandbox = Sandbox.OfSamples(tool, "", "Shop", "Shop.Tests");

        var result = await sandbox.RunAsync("test", "--tests", "Shop.Tests", "--mysql", "docker", "--format", "json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Empty(result.Json.GetProperty("findings").EnumerateArray());
        Assert.True(result.Json.GetProperty("tests").GetArrayLength() >= 60);
        // A test that never touches the database has nothing recorded, and says so.
        var verdicts = result.Json.GetProperty("tests").EnumerateArray().ToLookup(test => test.GetProperty("verdict").GetString(), test => test.GetProperty("recorded").GetBoolean());
        Assert.Equal(["outcomeOnly", "same"], verdicts.Select(group => group.Key).Order(StringComparer.Ordinal));
        Assert.All(verdicts["same"], Assert.True);
        Assert.All(verdicts["outcomeOnly"], Assert.False);
        Assert.True(verdicts["same"].Count() >= 60);
    }
}
