using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Pairs;

/// <summary>What is written is what <c>dotnet ef</c> writes, byte for byte.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class AddAndRemoveTests(InstalledTool tool, DotnetEf ef) : IClassFixture<DotnetEf>
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task Contexts_get_the_files_that_dotnet_ef_would_write()
    {
        await CompareAsync(
            "Contexts",
            ["migrations", "add", "SetPriority", "--context", "SqliteNotesContext", "--output-dir", "Migrations/Sqlite"],
            ["migrations", "add", "SetPriority", "--context", "MySqlNotesContext", "--output-dir", "Migrations/MySql"]);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Projects_get_the_files_that_dotnet_ef_would_write()
    {
        await CompareAsync(
            "Projects",
            ["migrations", "add", "SetPriority", "--project", "Notes.Migrations.Sqlite", "--startup-project", "Notes.App", "--", "--provider", "Sqlite"],
            ["migrations", "add", "SetPriority", "--project", "Notes.Migrations.MySql", "--startup-project", "Notes.App", "--", "--provider", "MySql"]);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_half_that_dotnet_ef_added_gets_its_other_half()
    {
        using var sandbox = LayoutSandbox.WithChangedModel(tool, "Contexts");
        var half = await sandbox.RunAsync(
            ef.Executable, ["migrations", "add", "SetPriority", "--context", "SqliteNotesContext", "--output-dir", "Migrations/Sqlite"], CancellationToken.None);
        Assert.True(half.ExitCode == 0, half.ToString());

        var add = await sandbox.RunAsync("add", "SetPriority");
        Assert.True(add.ExitCode == 0, add.ToString());

        var status = await sandbox.RunAsync("status");
        Assert.True(status.ExitCode == 0, status.ToString());
    }

    [Theory]
    [InlineData("Projects")]
    public Task Remove_takes_back_what_add_added(string layout) => RemoveAsync(layout);

    [Theory]
    [Trait("Category", "Long")]
    [InlineData("Contexts")]
    [InlineData("Folders")]
    public Task Remove_takes_back_what_add_added_in_the_other_layouts(string layout) => RemoveAsync(layout);

    private async Task RemoveAsync(string layout)
    {
        using var sandbox = LayoutSandbox.WithChangedModel(tool, layout);
        if (layout == "Contexts")
        {
            // As a team on Windows checks it out.
            foreach (var snapshot in Directory.EnumerateFiles(sandbox.Root, "*Snapshot.cs", SearchOption.AllDirectories))
            {
                await File.WriteAllTextAsync(snapshot, (await File.ReadAllTextAsync(snapshot)).ReplaceLineEndings("\r\n"), System.Text.Encoding.UTF8);
            }
        }

        var before = LayoutSandbox.Migrations(sandbox);

        var add = await sandbox.RunAsync("add", "SetPriority", "--format", "json");
        Assert.True(add.ExitCode == 0, add.ToString());
        var id = add.Json.GetProperty("migration").GetProperty("id").GetString();
        Assert.Equal(before.Count + 4, LayoutSandbox.Migrations(sandbox).Count);

        var status = await sandbox.RunAsync("status");
        Assert.True(status.ExitCode == 0, status.ToString());

        var remove = await sandbox.RunAsync("remove", "--format", "json");
        Assert.True(remove.ExitCode == 0, remove.ToString());
        Assert.Equal(id, remove.Json.GetProperty("migration").GetProperty("id").GetString());
        Assert.Equal(before, LayoutSandbox.Migrations(sandbox));
        Assert.Empty(LayoutSandbox.Leftovers(sandbox));
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Of_two_runs_at_once_one_writes_and_the_other_says_why_not()
    {
        using var sandbox = LayoutSandbox.WithChangedModel(tool, "Contexts");
        var before = LayoutSandbox.Migrations(sandbox);

        var runs = await Task.WhenAll(sandbox.RunAsync("add", "One"), sandbox.RunAsync("add", "Two"));

        Assert.Equal([0, 2], runs.Select(run => run.ExitCode).Order());
        Assert.Contains("Another command is changing the migrations", runs.Single(run => run.ExitCode == 2).Error, StringComparison.Ordinal);
        Assert.Equal(before.Count + 4, LayoutSandbox.Migrations(sandbox).Count);
    }

    private async Task CompareAsync(string layout, string[] sqlite, string[] mySql)
    {
        using var ours = LayoutSandbox.WithChangedModel(tool, layout);
        using var theirs = LayoutSandbox.WithChangedModel(tool, layout);

        var add = await ours.RunAsync("add", "SetPriority");
        Assert.True(add.ExitCode == 0, add.ToString());
        foreach (var arguments in new[] { sqlite, mySql })
        {
            var reference = await theirs.RunAsync(ef.Executable, arguments, CancellationToken.None);
            Assert.True(reference.ExitCode == 0, reference.ToString());
        }

        Assert.Equal(LayoutSandbox.Migrations(theirs, "SetPriority"), LayoutSandbox.Migrations(ours, "SetPriority"));
    }
}
