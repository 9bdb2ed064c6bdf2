using System.Text.RegularExpressions;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Building;

/// <summary>MigrateBoth.MSBuild as a user has it: a package reference, and nothing else.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class BuildCheckTests(InstalledTool tool)
{
    private static readonly string Reference =
        $"""<PackageReference Include="MigrateBoth.MSBuild" Version="{Repository.PackageVersion}" PrivateAssets="all" />""";

    private static MiniApp App { get; } = new MiniApp() with { Packages = [.. new MiniApp().Packages, Reference] };

    [Fact]
    public async Task A_package_reference_is_all_and_nothing_runs_twice()
    {
        using var sandbox = App.In(tool);

        // A model without migrations is a pending change: an error of the build, at the project.
        var pending = await BuildAsync(sandbox);
        Assert.True(pending.ExitCode == 1, pending.ToString());
        AssertMatches($@"{Regex.Escape(sandbox.PathOf("Mini.csproj"))}\s?: error MB1\d\d: ", pending);

        // The tool builds the project too; the check in that build would refuse what `add` is about to put right.
        var added = await sandbox.RunAsync("add", "Init");
        Assert.True(added.ExitCode == 0, added.ToString());

        var passed = await BuildAsync(sandbox);
        Assert.True(passed.ExitCode == 0, passed.ToString());
        Assert.Contains("MigrateBoth checks Mini", passed.Output, StringComparison.Ordinal);

        var unchanged = await BuildAsync(sandbox);
        Assert.True(unchanged.ExitCode == 0, unchanged.ToString());
        Assert.DoesNotContain("MigrateBoth checks Mini", unchanged.Output, StringComparison.Ordinal);

        await File.WriteAllTextAsync(sandbox.PathOf("migrateboth.json"), """{ "layout": "folders", "rules": {} }""");
        var configured = await BuildAsync(sandbox);
        Assert.True(configured.ExitCode == 0, configured.ToString());
        Assert.Contains("MigrateBoth checks Mini", configured.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Every_configuration_in_the_folder_is_checked()
    {
        const string Log = """
            using MigrateBoth.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore;
            using Microsoft.EntityFrameworkCore.Design;

            namespace Mini;

            public class LogContext(DbContextOptions<LogContext> options) : DbContext(options) { public DbSet<Entry> Entries => Set<Entry>(); }
            public class Entry { public int Id { get; set; } /* more */ }
            public class LogContextFactory : IDesignTimeDbContextFactory<LogContext>
            {
                public LogContext CreateDbContext(string[] args)
                {
                    var type = Environment.GetEnvironmentVariable("DATABASE_TYPE") ?? "sqlite";
                    var builder = new DbContextOptionsBuilder<LogContext>();
                    builder.UseMigrateBoth(type, type == "sqlite" ? "sqlite:///log.db" : "mysql://nobody@127.0.0.1:1/log");
                    return new LogContext(builder.Options);
                }
            }
            """;
        using var sandbox = (App with { Configuration = """{ "layout": "folders", "context": "MiniContext" }""" }).In(tool);
        await File.WriteAllTextAsync(sandbox.PathOf("Log.cs"), Log);
        await File.WriteAllTextAsync(
            sandbox.PathOf("migrateboth.Log.json"),
            """{ "layout": "folders", "context": "LogContext", "sqlite": { "migrations": "Log/Sqlite" }, "mysql": { "migrations": "Log/MySql" } }""");
        var added = await sandbox.RunAsync("add", "Init", "--context", "MiniContext");
        Assert.True(added.ExitCode == 0, added.ToString());
        added = await sandbox.RunAsync("add", "Log", "--config", "migrateboth.Log.json");
        Assert.True(added.ExitCode == 0, added.ToString());
        var passed = await BuildAsync(sandbox);
        Assert.True(passed.ExitCode == 0, passed.ToString());

        await File.WriteAllTextAsync(sandbox.PathOf("Log.cs"), Log.Replace("/* more */", "public int Level { get; set; }", StringComparison.Ordinal));
        var pending = await BuildAsync(sandbox);

        Assert.True(pending.ExitCode == 1, pending.ToString());
        AssertMatches("error MB101: .*LogContext", pending);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task A_pass_that_a_variable_brought_about_ends_with_the_variable()
    {
        using var sandbox = App.In(tool);
        var pending = await BuildAsync(sandbox);
        Assert.True(pending.ExitCode == 1, pending.ToString());
        var rules = string.Join(';', Regex.Matches(pending.Output, @"error (MB1\d\d):").Select(match => match.Groups[1].Value).Distinct().Select(rule => $"{rule}=off"));

        var excused = await sandbox.RunAsync("env", [$"MIGRATEBOTH_RULES={rules}", "dotnet", "build", "-v:normal", "-tl:off", "-nologo"], CancellationToken.None);
        Assert.True(excused.ExitCode == 0, excused.ToString());

        var after = await BuildAsync(sandbox);
        Assert.True(after.ExitCode == 1, after.ToString());
    }

    [Fact]
    public async Task A_finding_stands_at_its_file_until_it_is_gone_and_stops_what_it_is_told_to_stop()
    {
        using var sandbox = App.In(tool);
        Assert.Equal(0, (await sandbox.RunAsync("add", "Init")).ExitCode);
        Assert.Equal(0, (await sandbox.RunAsync("add", "Half")).ExitCode);
        foreach (var file in Directory.EnumerateFiles(sandbox.PathOf("Migrations", "MySql"), "*_Half*"))
        {
            File.Delete(file);
        }

        var first = await BuildAsync(sandbox);
        Assert.True(first.ExitCode == 1, first.ToString());
        AssertMatches(@"Migrations[/\\]Sqlite[/\\]\d+_Half\.cs\(\d+\)\s?: error MB1\d\d: ", first);

        var again = await BuildAsync(sandbox);
        Assert.True(again.ExitCode == 1, again.ToString());
        AssertMatches(@"_Half\.cs\(\d+\)\s?: error MB1\d\d: ", again);

        // Off is off; publishing is stopped before anything is published.
        Assert.Equal(0, (await BuildAsync(sandbox, "-p:MigrateBothCheck=off")).ExitCode);
        var published = await DotnetAsync(sandbox, "publish", "-p:MigrateBothCheck=publish", "-o", "out");
        Assert.True(published.ExitCode == 1, published.ToString());
        Assert.False(File.Exists(sandbox.PathOf("out", "Mini.dll")), "it was published");
        var packed = await DotnetAsync(sandbox, "pack", "--no-build", "-c", "Release", "-p:MigrateBothCheck=pack", "-o", "packages");
        Assert.True(packed.ExitCode == 1, packed.ToString());
        Assert.False(Directory.Exists(sandbox.PathOf("packages")) && Directory.EnumerateFiles(sandbox.PathOf("packages")).Any(), "it was packed");

        // What is only a warning does not vanish from a build in which nothing has changed.
        await File.WriteAllTextAsync(sandbox.PathOf("migrateboth.json"), WithWarnings(again.Output));
        for (var build = 0; build < 2; build++)
        {
            var warned = await BuildAsync(sandbox);
            Assert.True(warned.ExitCode == 0, warned.ToString());
            AssertMatches(@"_Half\.cs\(\d+\)\s?: warning MB1\d\d: ", warned);
            Assert.Equal(build == 0, warned.Output.Contains("MigrateBoth checks Mini", StringComparison.Ordinal));
        }

        Assert.Equal(1, (await BuildAsync(sandbox, "-p:MigrateBothFailOn=warning")).ExitCode);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task What_cannot_be_checked_is_an_error_of_the_build()
    {
        using var sandbox = App.In(tool);
        Assert.Equal(0, (await sandbox.RunAsync("add", "Init")).ExitCode);

        sandbox.Environment["SABOTAGE"] = "throw";
        var broken = await BuildAsync(sandbox);
        Assert.True(broken.ExitCode == 1, broken.ToString());
        Assert.Contains("The warehouse is closed.", broken.Output, StringComparison.Ordinal);
        sandbox.Environment.Remove("SABOTAGE");

        await File.WriteAllTextAsync(sandbox.PathOf("migrateboth.json"), """{ "layuot": "folders" }""");
        var misconfigured = await BuildAsync(sandbox);
        Assert.True(misconfigured.ExitCode == 1, misconfigured.ToString());
        Assert.Contains("layuot", misconfigured.Output, StringComparison.Ordinal);

        var mistaken = await BuildAsync(sandbox, "-p:MigrateBothCheck=always");
        Assert.True(mistaken.ExitCode == 1, mistaken.ToString());
        Assert.Contains("does not know 'always'", mistaken.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Long")]
    public async Task Of_several_frameworks_one_is_checked_once_beside_other_projects_and_with_spaces_in_the_path()
    {
        using var sandbox = App.In(tool);
        var folder = Directory.CreateDirectory(sandbox.PathOf("My App"));
        foreach (var file in Directory.GetFiles(sandbox.Root).Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".json"))
        {
            File.Move(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
        }

        var project = Path.Combine(folder.FullName, "Mini.csproj");
        var text = await File.ReadAllTextAsync(project);
        await File.WriteAllTextAsync(project, text
            .Replace("<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net9.0;net10.0</TargetFrameworks>", StringComparison.Ordinal)
            .Replace("</ItemGroup>", """<ProjectReference Include="../Other Lib/Other.csproj" /></ItemGroup>""", StringComparison.Ordinal));
        Directory.CreateDirectory(sandbox.PathOf("Other Lib"));
        await File.WriteAllTextAsync(
            sandbox.PathOf("Other Lib", "Other.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>""");
        await File.WriteAllTextAsync(sandbox.PathOf("All.slnx"), """<Solution><Project Path="My App/Mini.csproj" /><Project Path="Other Lib/Other.csproj" /></Solution>""");

        var added = await sandbox.RunAsync("add", "Init", "--project", "My App", "--config", "My App/migrateboth.json", "--framework", "net10.0");
        Assert.True(added.ExitCode == 0, added.ToString());

        var built = await DotnetAsync(sandbox, "build", "All.slnx", "-m:2", "-v:normal", "-tl:off", "-nologo");
        Assert.True(built.ExitCode == 0, built.ToString());
        Assert.Single(Regex.Matches(built.Output, "MigrateBoth checks Mini"));

        var asked = await DotnetAsync(sandbox, "msbuild", "My App/Mini.csproj", "-t:MigrateBoth", "-p:MigrateBothCheck=off", "-nologo", "-v:normal", "-tl:off");
        Assert.True(asked.ExitCode == 0, asked.ToString());
    }

    private static void AssertMatches(string pattern, ToolResult result) => Assert.True(Regex.IsMatch(result.Output, pattern), $"{pattern}\n{result}");

    /// <summary>A configuration in which the rules that the output names only warn.</summary>
    private static string WithWarnings(string output)
    {
        var rules = Regex.Matches(output, @"error (MB1\d\d):").Select(match => match.Groups[1].Value).Distinct();
        return $$"""{ "layout": "folders", "rules": { {{string.Join(", ", rules.Select(rule => $"\"{rule}\": \"warning\""))}} } }""";
    }

    private static Task<ToolResult> BuildAsync(Sandbox sandbox, params string[] arguments) =>
        DotnetAsync(sandbox, ["build", "-v:normal", "-tl:off", "-nologo", .. arguments]);

    private static Task<ToolResult> DotnetAsync(Sandbox sandbox, params string[] arguments) =>
        sandbox.RunAsync("dotnet", arguments, CancellationToken.None);
}
