using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>The sample that went wrong: every planted difference is named at its object, and nothing else is.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class DriftedTests(InstalledTool tool)
{
    [Fact]
    public async Task Verify_names_every_planted_object_and_no_other()
    {
        using var sandbox = Sandbox.OfSample(tool, "Drifted");
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(sandbox.PathOf("planted.json")));
        var planted = list.RootElement.GetProperty("planted").EnumerateArray().Select(p => p.GetProperty("object").GetString()!).ToList();

        var result = await sandbox.RunAsync("verify", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal("failed", result.Json.GetProperty("outcome").GetString());
        var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
        var found = findings.Select(f => f.GetProperty("object").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.All(planted, name => Assert.True(found.Contains(name), $"{name} was planted and not found\n{result}"));
        // A renamed twin is one planted difference with an id on each side.
        var twins = list.RootElement.GetProperty("planted").EnumerateArray()
            .Where(p => p.GetProperty("what").GetString() == "renamed")
            .Select(p => p.GetProperty("actual").GetString()!);
        Assert.Empty(found.Except(planted).Except(twins));
    }

    [Fact]
    public async Task Status_finds_the_history_differences_without_a_database()
    {
        using var sandbox = Sandbox.OfSample(tool, "Drifted");
        sandbox.Environment["DOCKER_HOST"] = "unix:///nonexistent/docker.sock";

        var result = await sandbox.RunAsync("status", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.All(
            result.Json.GetProperty("findings").EnumerateArray(),
            f => Assert.StartsWith("MB1", f.GetProperty("rule").GetString(), StringComparison.Ordinal));
        Assert.Contains(result.Json.GetProperty("findings").EnumerateArray(), f => f.GetProperty("object").GetString() == "20260311080000_TrimMemberNames");
    }
}
