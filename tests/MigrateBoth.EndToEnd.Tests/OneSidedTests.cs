using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>An application that has only ever run on one engine, and is to run on both.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class OneSidedTests(InstalledTool tool, MySqlContainer server)
{
    [Fact]
    public async Task Adopting_generates_the_missing_side_and_verifies_it_and_pairs_go_on_from_there()
    {
        using var sandbox = Sandbox.OfSample(tool, Path.Combine("layouts", "Contexts")).On(server);
        Directory.Delete(sandbox.PathOf("Migrations", "MySql"), recursive: true);
        File.Delete(sandbox.PathOf("migrateboth.json"));

        var adopted = await sandbox.RunAsync("init", "--adopt", "--yes", "--format", "json");

        Assert.True(adopted.ExitCode == 0, adopted.ToString());
        var generated = adopted.Json.GetProperty("generated");
        Assert.Equal(("mysql", "passed"), (generated.GetProperty("engine").GetString(), generated.GetProperty("verification").GetProperty("outcome").GetString()));
        var id = generated.GetProperty("migration").GetProperty("id").GetString()!;
        Assert.Contains($"\"mysql\": \"{id}\"", File.ReadAllText(sandbox.PathOf("migrateboth.json")), StringComparison.Ordinal);

        var added = await sandbox.RunAsync("add", "Another", "--format", "json");
        Assert.True(added.ExitCode == 0, added.ToString());
        Assert.DoesNotContain("unpaired-history", added.Output, StringComparison.Ordinal);

        var verified = await sandbox.RunAsync("verify", "--skip", "behaviour", "--format", "json");
        Assert.True(verified.ExitCode == 0, verified.ToString());
        Assert.Empty(verified.Json.GetProperty("findings").EnumerateArray());
    }
}
