using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Suites;

/// <summary>The samples' suites on both engines, with the packed packages.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class SuiteTests(InstalledTool tool, MySqlContainer server)
{
    [Fact]
    public async Task Every_divergence_is_reported_with_its_cause()
    {
        using var sandbox = Sandbox.OfSample(tool, "Divergent.Tests").On(server);

        var result = await sandbox.RunAsync("test", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(sandbox.PathOf("expected.json"))).RootElement.EnumerateArray()
            .Select(one => (Test: Text(one, "test"), Rule: Text(one, "rule"), Cause: Text(one, "cause"))).ToList();
        var found = result.Json.GetProperty("findings").EnumerateArray()
            .Select(one => (Test: Text(one, "object"), Rule: Text(one, "rule"), Cause: one.TryGetProperty("cause", out var cause) ? Text(cause, "id") : "")).ToList();
        Assert.True(expected.Count >= 25);
        Assert.Empty(expected.Except(found));
        Assert.Empty(found.Select(finding => finding.Test).Except(expected.Select(one => one.Test)));
        // By their own assertions all of them pass.
        Assert.All(result.Json.GetProperty("tests").EnumerateArray(), test =>
        {
            Assert.Equal("passed", Text(test.GetProperty("sqlite"), "outcome"));
            Assert.Equal("passed", Text(test.GetProperty("mysql"), "outcome"));
        });
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Three_shards_merged_are_the_report_of_one_run()
    {
        using var sandbox = Sandbox.OfSample(tool, "Divergent.Tests").On(server);
        var whole = await sandbox.RunAsync("test", "--format", "json");
        foreach (var part in new[] { 1, 2, 3 })
        {
            var shard = await sandbox.RunAsync("test", "--no-build", "--shard", $"{part}/3", "--results", $"parts/{part}.json");
            Assert.True(shard.ExitCode is 1 or 2, shard.ToString());
        }

        var merged = await sandbox.RunAsync("merge", "parts", "--format", "json");

        Assert.Equal(whole.ExitCode, merged.ExitCode);
        Assert.Equal(Keys(whole), Keys(merged));
        Assert.Equal(whole.Json.GetProperty("tests").GetArrayLength(), merged.Json.GetProperty("tests").GetArrayLength());
        File.Delete(sandbox.PathOf("parts", "2.json"));
        Assert.Equal(2, (await sandbox.RunAsync("merge", "parts")).ExitCode);
    }

    private static List<string> Keys(ToolResult result) =>
        [.. result.Json.GetProperty("findings").EnumerateArray().Select(one => $"{Text(one, "object")} {Text(one, "rule")} {Text(one, "engine")}")];

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString()!;
}
