using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>Advice that is a call is taken at its word: written into a migration, it compiles and the finding is gone.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class AdviceTests(InstalledTool tool, MySqlContainer server)
{
    private const string Marker = " half: ";

    [Fact]
    [Trait("Category", "Long")]
    public async Task Calls_of_the_advice_make_every_finding_go_away_that_has_one()
    {
        using var sandbox = Sandbox.OfSample(tool, "Drifted").On(server);
        var before = await FindingsAsync(sandbox);
        var advised = before.Where(finding => finding.Call is not null).ToList();
        Assert.Equal(11, advised.Where(finding => finding.Stage == "drift").Select(finding => finding.Object.ToString()).Distinct().Count());

        var add = await sandbox.RunAsync("add", "FollowAdvice", "--format", "json");
        Assert.True(add.ExitCode == 0, add.ToString());
        var files = add.Json.GetProperty("files").EnumerateArray().Select(file => file.GetString()!).Where(file => file.EndsWith("_FollowAdvice.cs", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var engine = file.Contains("MySql", StringComparison.Ordinal) ? "mysql" : "sqlite";
            var calls = advised.Where(finding => finding.Engine == engine).Select(finding => finding.Call).Distinct();
            var text = await File.ReadAllTextAsync(file);
            var body = text.IndexOf('{', text.IndexOf("void Up(", StringComparison.Ordinal)) + 1;
            await File.WriteAllTextAsync(file, text.Insert(body, string.Join('\n', calls)));
        }

        var after = await FindingsAsync(sandbox);

        Assert.DoesNotContain(after, finding => finding.Call is not null);
        Assert.Empty(after.Select(finding => finding.Key).Except(before.Select(finding => finding.Key)));
        Assert.Equal(before.Where(finding => finding.Call is null).Select(finding => finding.Key).Order(), after.Select(finding => finding.Key).Order());
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Fix_writes_the_calls_and_verifies_again()
    {
        using var sandbox = Sandbox.OfSample(tool, "Drifted").On(server);
        // Its histories are planted as well, and have to be in order before a pair is written.
        var history = (await FindingsAsync(sandbox)).Where(finding => finding.Stage == "history").Select(finding => $"{finding.Rule}=off").Distinct().ToList();
        var refused = await sandbox.RunAsync("verify", "--fix", "--skip", "roundtrip,behaviour", "--no-build");
        Assert.Contains("correct the findings of stage history first. Nothing was written.", refused.Output, StringComparison.Ordinal);
        sandbox.Environment["MIGRATEBOTH_RULES"] = string.Join(';', history);
        var before = await FindingsAsync(sandbox);

        var fixing = await sandbox.RunAsync("verify", "--fix", "--skip", "roundtrip,behaviour", "--format", "json");

        Assert.True(fixing.ExitCode == 1, fixing.ToString());
        Assert.EndsWith("_CorrectDrift", fixing.Json.GetProperty("fix").GetProperty("migration").GetString(), StringComparison.Ordinal);
        var after = fixing.Json.GetProperty("findings").EnumerateArray().Select(Read).ToList();
        Assert.DoesNotContain(after, finding => finding.Call is not null);
        Assert.Equal(before.Where(finding => finding.Call is null).Select(finding => finding.Key).Order(), after.Select(finding => finding.Key).Order());

        var again = await sandbox.RunAsync("verify", "--fix", "--skip", "roundtrip,behaviour");
        Assert.Contains("Nothing was written.", again.Output, StringComparison.Ordinal);
    }

    private static async Task<List<Advised>> FindingsAsync(Sandbox sandbox)
    {
        // The findings of the catalogs, with their fixes.
        var result = await sandbox.RunAsync("verify", "--skip", "roundtrip,behaviour", "--format", "json");
        Assert.True(result.ExitCode == 1, result.ToString());
        return [.. result.Json.GetProperty("findings").EnumerateArray().Select(Read)];
    }

    private static Advised Read(JsonElement finding)
    {
        var advice = finding.GetProperty("advice").GetString()!;
        var at = advice.IndexOf(Marker, StringComparison.Ordinal);
        return new Advised(
            finding.GetProperty("rule").GetString()!,
            finding.GetProperty("engine").GetString()!,
            finding.GetProperty("stage").GetString()!,
            finding.GetProperty("object").GetString()!,
            at < 0 ? null : advice[(at + Marker.Length)..]);
    }

    private sealed record Advised(string Rule, string Engine, string Stage, string Object, string? Call)
    {
        public string Key => $"{Rule} {Engine} {Object}";
    }
}
