using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>The sample that went wrong: every planted difference is named at its object, and nothing else is.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class DriftedTests(InstalledTool tool, MySqlContainer server)
{
    [Fact]
    public async Task Verify_names_every_planted_object_and_no_other()
    {
        using var sandbox = Sandbox.OfSample(tool, "Drifted").On(server);
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(sandbox.PathOf("planted.json")));
        var planted = list.RootElement.GetProperty("planted").EnumerateArray().Select(p => p.GetProperty("object").GetString()!).ToList();

        // Its histories do not pair up, so that there is nothing to step through together: stage history has said so.
        var result = await sandbox.RunAsync("verify", "--skip", "behaviour", "--format", "json");

        Assert.True(result.ExitCode == 1, result.ToString());
        Assert.Equal("failed", result.Json.GetProperty("outcome").GetString());
        Assert.Equal("skipped", result.Json.GetProperty("stages").EnumerateArray().Single(stage => stage.GetProperty("name").GetString() == "roundtrip").GetProperty("status").GetString());
        var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
        var found = findings.Select(f => f.GetProperty("object").GetString()!).ToHashSet(StringComparer.Ordinal);
        Assert.All(planted, name => Assert.True(found.Contains(name), $"{name} was planted and not found\n{result}"));
        // A renamed twin is one planted difference with an id on each side.
        var twins = list.RootElement.GetProperty("planted").EnumerateArray()
            .Where(p => p.GetProperty("what").GetString() == "renamed")
            .Select(p => p.GetProperty("actual").GetString()!);
        Assert.Empty(found.Except(planted).Except(twins));
        Assert.All(list.RootElement.GetProperty("planted").EnumerateArray(), item => AssertTraced(item, findings, sandbox));
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

    /// <summary>Every finding about a planted object names the migration that was edited, on the side that was edited, and a line that says the object's name or declares Up.</summary>
    private static void AssertTraced(JsonElement item, IReadOnlyList<JsonElement> findings, Sandbox sandbox)
    {
        var name = item.GetProperty("object").GetString()!;
        var side = item.GetProperty("engine").GetString() == "mysql" ? "MySql" : "Sqlite";
        var migration = item.TryGetProperty("migration", out var id) ? id.GetString()! : name;
        foreach (var finding in findings.Where(f => f.GetProperty("object").GetString() == name))
        {
            var file = finding.GetProperty("file").GetString();
            var expected = item.GetProperty("what").GetString() == "unpaired" ? $"Migrations/MySql/{migration}.cs" : $"Migrations/{side}/{migration}.cs";
            Assert.True(file == expected, $"{finding.GetProperty("rule")} {name}: {file}, not {expected}");
            var lines = File.ReadAllLines(sandbox.PathOf(file!)).Skip(finding.GetProperty("line").GetInt32() - 1).Take(2);
            var text = string.Concat(lines);
            Assert.True(
                text.Contains("void Up(", StringComparison.Ordinal) || text.Contains(name.Split('.')[^1], StringComparison.Ordinal) || text.Contains("migrationBuilder.Sql(", StringComparison.Ordinal),
                $"{file}: {text}");
        }
    }
}
