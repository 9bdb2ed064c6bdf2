using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>
/// The sample of migrations that do not survive rows, and of a model that behaves differently on the two engines. planted.json lists the faults as the sample's source has them, with
/// the object and the rules that have to name each: all of them are found, and nothing else is.
/// </summary>
[Collection(WithInstalledTool.Name)]
public sealed class TroubledTests(InstalledTool tool, MySqlContainer server)
{
    [Fact]
    public async Task Roundtrip_finds_every_planted_fault_and_no_other()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled").On(server);

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.trip.json", "--only", "roundtrip", "--format", "json");

        Assert.True(result.ExitCode == 2, result.ToString()); // A table without rows (MB941) is never a pass, nor a mere failure.
        Assert.Equal(27, result.Json.GetProperty("roundTrip").GetProperty("migrations").GetInt32());
        Assert.True(AssertFound(sandbox, "roundtrip", result) >= 15);
    }

    /// <summary>Seeds of steps that are left out are compared all the same.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public async Task Seeds_of_a_migration_that_is_not_stepped_through_are_found_as_seeds()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled");

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.trip.json", "--only", "roundtrip", "--roundtrip-from", "20260102040000_AddBins", "--format", "json");

        var found = result.Json.GetProperty("findings").EnumerateArray().Select(f => $"{f.GetProperty("object").GetString()} {f.GetProperty("rule").GetString()}").ToList();
        Assert.Contains("Rates.Value MB406", found);
        Assert.Contains("Rates.Code MB407", found);
    }

    [Fact]
    public async Task Behaviour_finds_every_planted_fault_and_no_other()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled").On(server);

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.behaviour.json", "--only", "behaviour", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.True(AssertFound(sandbox, "behaviour", result) >= 40);
        var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.All(findings, f => Assert.False(string.IsNullOrEmpty(f.GetProperty("example").GetProperty("linq").GetString())));

        // A recipe that is known is tried in the same run.
        var tried = findings.Select(f => f.GetProperty("example").GetProperty("recipe").GetString()).OfType<string>().ToList();
        Assert.True(tried.Count(recipe => recipe.Contains("with it both give", StringComparison.Ordinal)) >= 15, string.Join("\n", tried));
        Assert.DoesNotContain(tried, recipe => recipe.Contains("could not be tried", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Behaviour_finds_nothing_in_sound_shapes_and_leaves_none_of_them_unprobed()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled");

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.sound.json", "--only", "behaviour", "--format", "json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.All(result.Json.GetProperty("findings").EnumerateArray(), f => Assert.Equal("info", f.GetProperty("severity").GetString()));
        var probes = result.Json.GetProperty("probes");
        Assert.Equal(probes.GetProperty("planned").GetInt32(), probes.GetProperty("ran").GetInt32());
        Assert.InRange(probes.GetProperty("planned").GetInt32(), 150, int.MaxValue);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task What_cannot_be_probed_is_named_and_the_stage_is_incomplete()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled");

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.unprobed.json", "--only", "behaviour", "--format", "json");

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal(
            ["LogLines", "Marked.Mark", "Sealed.CK_Sealed_Reference"],
            result.Json.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("rule").GetString() == "MB951").Select(f => f.GetProperty("object").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>How many faults were planted, all of which were found.</summary>
    private static int AssertFound(Sandbox sandbox, string stage, ToolResult result)
    {
        using var list = JsonDocument.Parse(File.ReadAllText(sandbox.PathOf("planted.json")));
        var faults = list.RootElement.GetProperty(stage).EnumerateArray().ToList();
        var planted = faults.SelectMany(fault => fault.GetProperty("rules").EnumerateArray().Select(rule => $"{fault.GetProperty("object").GetString()} {rule.GetString()}")).ToHashSet(StringComparer.Ordinal);
        var found = result.Json.GetProperty("findings").EnumerateArray()
            .SelectMany(f => Objects(f).Select(path => $"{path} {f.GetProperty("rule").GetString()}")).ToHashSet(StringComparer.Ordinal);
        Assert.True(planted.SetEquals(found), $"missing: {string.Join(", ", planted.Except(found))}; not planted: {string.Join(", ", found.Except(planted))}\n{result}");
        return faults.Count;
    }

    private static IEnumerable<string> Objects(JsonElement finding) =>
        finding.TryGetProperty("objects", out var objects) ? objects.EnumerateArray().Select(path => path.GetString()!) : [finding.GetProperty("object").GetString()!];
}
