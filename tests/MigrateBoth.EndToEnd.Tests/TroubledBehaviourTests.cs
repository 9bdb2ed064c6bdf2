using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>The sample whose model behaves differently on the two engines: every planted fault is found at its object by running it, and nothing else is.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class TroubledBehaviourTests(InstalledTool tool)
{
    [Fact]
    public async Task Behaviour_names_every_planted_fault_and_no_other()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled");
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(sandbox.PathOf("behaviour.planted.json")));
        var planted = list.RootElement.GetProperty("planted").EnumerateArray()
            .Select(p => $"{p.GetProperty("object").GetString()} {p.GetProperty("rule").GetString()} {p.GetProperty("cause").GetString()}").Order(StringComparer.Ordinal).ToList();

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.behaviour.json", "--only", "behaviour", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
        var found = findings
            .SelectMany(f => Objects(f).Select(path => $"{path} {f.GetProperty("rule").GetString()} {f.GetProperty("cause").GetProperty("id").GetString()}"))
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(planted.SequenceEqual(found), $"missing: {string.Join(", ", planted.Except(found))}; not planted: {string.Join(", ", found.Except(planted))}\n{result}");
        Assert.True(planted.Count >= 40);
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.GetProperty("example").GetProperty("linq").GetString())));

        // A recipe that is known is tried in the same run.
        var tried = findings.Select(f => f.GetProperty("example").GetProperty("recipe").GetString()).OfType<string>().ToList();
        Assert.True(tried.Count(recipe => recipe.Contains("with it both give", StringComparison.Ordinal)) >= 15, string.Join("\n", tried));
        Assert.DoesNotContain(tried, recipe => recipe.Contains("could not be tried", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Objects(JsonElement finding) =>
        finding.TryGetProperty("objects", out var objects) ? objects.EnumerateArray().Select(path => path.GetString()!) : [finding.GetProperty("object").GetString()!];
}
