using MigrateBoth.Core;
using MigrateBoth.Tool.Tests.Commands.Fakes;
using MigrateBoth.Tool.Tests.Pairs;

namespace MigrateBoth.Tool.Tests.Commands.Add;

public sealed class UnwritableMigrationsTests
{
    [SmallDiskFact]
    public async Task A_read_only_migrations_folder_ends_with_2_and_neither_half_is_there()
    {
        using var project = new FakeProject();
        Directory.CreateDirectory(project.Host.Folder(Engine.MySql));
        using var disk = SmallDisk.Mount(project.Host.Folder(Engine.MySql), 64);
        disk.MakeReadOnly();

        var run = await project.RunAsync("add", "AddEmail", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("migrations-not-writable", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(["Shop.csproj"], project.Files());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [SmallDiskFact]
    public async Task A_full_disk_ends_with_2_and_neither_half_is_there()
    {
        using var project = new FakeProject();
        project.Host.MigrationBody = "public partial class {name} : Migration { } // " + new string('x', 40_000);
        Directory.CreateDirectory(project.Host.Folder(Engine.MySql));
        using var disk = SmallDisk.Mount(project.Host.Folder(Engine.MySql), 16);

        var run = await project.RunAsync("add", "AddEmail", "--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("disk-full", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal(["Shop.csproj"], project.Files());
    }
}
