using System.Text.Json;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests;

/// <summary>The sample whose migrations do not survive rows, or the way back: every planted fault is found at its object, and nothing else is.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class TroubledTests(InstalledTool tool)
{
    [Fact]
    public async Task Roundtrip_finds_every_planted_fault_and_no_other()
    {
        using var sandbox = Sandbox.OfSample(tool, "Troubled");
        using var list = JsonDocument.Parse(await File.ReadAllTextAsync(sandbox.PathOf("trip.planted.json")));

        var result = await sandbox.RunAsync("verify", "--config", "migrateboth.trip.json", "--only", "roundtrip", "--format", "json");

        Assert.True(result.ExitCode == 2, result.ToString()); // A table without rows (MB941) is never a pass, nor a mere failure.
        Assert.Equal(
            list.RootElement.GetProperty("planted").EnumerateArray().Select(Line).Order(StringComparer.Ordinal),
            result.Json.GetProperty("findings").EnumerateArray().Select(Line).Order(StringComparer.Ordinal));
        Assert.Equal(22, result.Json.GetProperty("roundTrip").GetProperty("migrations").GetInt32());
    }

    private static string Line(JsonElement item) => string.Join(' ', new[] { "rule", "severity", "engine", "object" }.Select(name => item.GetProperty(name).GetString()));
}
