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
        Assert.All(result.Json.GetProperty("tests").EnumerateArray(), test => Assert.Equal("same", test.GetProperty("verdict").GetString()));
    }
}
