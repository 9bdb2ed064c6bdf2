using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Add;

public sealed class StaleBuildTests
{
    [Fact]
    public async Task Without_a_build_a_migration_newer_than_the_last_build_stops_the_next_one()
    {
        using var project = new FakeProject();
        await project.RunAsync("add", "First");
        foreach (var file in Directory.GetFiles(project.Host.Folder(Engine.Sqlite)))
        {
            File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
        }

        var stale = await project.RunAsync("add", "Second", "--no-build", "--format", "json");
        var built = await project.RunAsync("add", "Second");

        Assert.Equal(2, stale.ExitCode);
        Assert.Equal("stale-build", stale.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(0, built.ExitCode);
    }
}
