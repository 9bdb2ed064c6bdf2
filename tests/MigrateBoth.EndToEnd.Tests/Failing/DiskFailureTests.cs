using CliWrap;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Failing;

/// <summary>Files that cannot be written: nothing is changed, and the message names the folder.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class DiskFailureTests(InstalledTool tool)
{
    [MountFact]
    [Trait("Category", "Long")]
    public async Task A_read_only_migrations_folder_changes_nothing()
    {
        using var sandbox = await tool.Prepared.MiniAsync();
        var folder = sandbox.PathOf("Migrations", "MySql");
        Directory.CreateDirectory(folder);
        // A mount, because file permissions do not stop root, which continuous integration often is.
        await Cli.Wrap("mount").WithArguments(["-t", "tmpfs", "-o", "ro", "tmpfs", folder]).ExecuteAsync();
        try
        {
            var result = await sandbox.RunAsync("add", "Init", "--no-build", "--format", "json");

            result.AssertFails(2, "migrations-not-writable", "MySql");
            Assert.Empty(Sources(sandbox));
        }
        finally
        {
            await Cli.Wrap("umount").WithArguments([folder]).ExecuteAsync();
        }
    }

    [MountFact]
    public async Task A_full_disk_changes_nothing()
    {
        using var sandbox = await tool.Prepared.MiniAsync();
        var folder = sandbox.PathOf("Migrations", "MySql");
        Directory.CreateDirectory(folder);
        await Cli.Wrap("mount").WithArguments(["-t", "tmpfs", "-o", "size=4k", "tmpfs", folder]).ExecuteAsync();
        try
        {
            var result = await sandbox.RunAsync("add", "Init", "--no-build", "--format", "json");

            result.AssertFails(2, "disk-full", "MySql");
            Assert.Empty(Sources(sandbox));
        }
        finally
        {
            await Cli.Wrap("umount").WithArguments([folder]).ExecuteAsync();
        }
    }

    [Fact]
    public async Task Two_runs_at_once_make_two_whole_pairs_or_one_and_a_refusal()
    {
        using var sandbox = await tool.Prepared.MiniAsync();

        var results = await Task.WhenAll(
            sandbox.RunAsync("add", "First", "--no-build", "--format", "json"),
            sandbox.RunAsync("add", "Second", "--no-build", "--format", "json"));

        Assert.Contains(results, result => result.ExitCode == 0);
        Assert.All(results, result => Assert.True(result.ExitCode is 0 or 2, result.ToString()));
        Assert.All(results, result => result.AssertCivil());
        var sqlite = MigrationIds(sandbox, "Sqlite");
        Assert.Equal(sqlite, MigrationIds(sandbox, "MySql"));
        Assert.Equal(results.Count(result => result.ExitCode == 0), sqlite.Count);
    }

    private static List<string> MigrationIds(Sandbox sandbox, string side) =>
        [.. Directory.EnumerateFiles(sandbox.PathOf("Migrations", side), "*.Designer.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Sources(Sandbox sandbox) =>
        Directory.Exists(sandbox.PathOf("Migrations"))
            ? Directory.EnumerateFiles(sandbox.PathOf("Migrations"), "*.cs", SearchOption.AllDirectories)
            : [];
}
