using System.Globalization;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Suites;

/// <summary>Test hosts that crash and hang on one engine: the check is incomplete, says what ran, and leaves nothing.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class SuiteFailureTests(InstalledTool tool)
{
    [LinuxFact]
    [Trait("Category", "Long")]
    public async Task A_host_that_crashes_on_one_engine_is_incomplete_names_what_ran_and_leaves_nothing()
    {
        await using var server = await OwnServer.StartAsync();
        using var sandbox = await NotesAsync();

        // In the middle of a test that has a database: its recording says what ran.
        await IncompleteAsync(sandbox, server, "crash", "mysql", "NoteTests.Notes_are_kept", "MySQL");
        // Without a database there is no recording: the observer in VSTest's host says it.
        await IncompleteAsync(sandbox, server, "crash-plain", "mysql", "PlainTests.Nothing_is_asked", "MySQL");
    }

    [LinuxFact]
    [Trait("Category", "Long")]
    public async Task A_host_that_hangs_is_ended_at_its_time_limit_and_a_sound_run_passes_after_all_that()
    {
        await using var server = await OwnServer.StartAsync();
        using var sandbox = await NotesAsync();

        await IncompleteAsync(sandbox, server, "crash", "sqlite", "NoteTests.Notes_are_kept", "SQLite");
        await IncompleteAsync(sandbox, server, "hang", "mysql", "NoteTests.Notes_are_kept", "did not end within 20 s on MySQL");

        sandbox.Environment["SABOTAGE"] = null;
        var sound = await RunAsync(sandbox, server);
        Assert.True(sound.ExitCode == 0, sound.ToString());
        Assert.Equal(2, sound.Json.GetProperty("tests").GetArrayLength());

        // Last, because it destroys the server: it is killed while a test is running on it.
        (sandbox.Environment["SABOTAGE"], sandbox.Environment["SABOTAGED"]) = ("pause", "mysql");
        var running = RunAsync(sandbox, server);
        await Eventually.HoldsAsync(() => Task.FromResult(File.Exists(sandbox.PathOf("paused"))), "a test is running on MySQL", seconds: 120);
        await server.KillAsync();
        await File.WriteAllTextAsync(sandbox.PathOf("go"), "");
        var lost = await running;
        Assert.True(lost.ExitCode == 2, lost.ToString());
        Assert.Contains("The server was lost while the tests ran on MySQL", lost.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Failures.Secret, lost.Output + lost.Error, StringComparison.Ordinal);
        Assert.Empty(Processes(sandbox));
    }

    private async Task<Sandbox> NotesAsync()
    {
        var sandbox = Sandbox.Empty(tool);
        await File.WriteAllTextAsync(sandbox.PathOf("Notes.Tests.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><ImplicitUsings>enable</ImplicitUsings><NoWarn>NU1603</NoWarn><NuGetAudit>false</NuGetAudit>
                <RunSettingsFilePath>own.runsettings</RunSettingsFilePath></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MigrateBoth.Testing" Version="{Repository.PackageVersion}" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="9.0.23" PrivateAssets="all" />
                <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="9.0.23" /><PackageReference Include="Pomelo.EntityFrameworkCore.MySql" Version="9.0.0" />
                <PackageReference Include="xunit" Version="2.9.3" /><PackageReference Include="xunit.runner.visualstudio" Version="3.1.5" /><PackageReference Include="Microsoft.NET.Test.Sdk" Version="18.11.0" />
              </ItemGroup>
            </Project>
            """);
        // The user's own settings are kept: without this variable the tests fail.
        await File.WriteAllTextAsync(sandbox.PathOf("own.runsettings"), """
            <RunSettings><RunConfiguration><EnvironmentVariables><OWN_SETTING>1</OWN_SETTING></EnvironmentVariables></RunConfiguration></RunSettings>
            """);
        await File.WriteAllTextAsync(sandbox.PathOf("NoteTests.cs"), """
            using MigrateBoth.Testing; using Microsoft.EntityFrameworkCore; using System.Diagnostics; using Xunit;
            public class Note { public int Id { get; set; } public int Stars { get; set; } }
            public class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options) { public DbSet<Note> All => Set<Note>(); }
            public static class Saboteur {
                public static void Act(string how) {
                    if (Environment.GetEnvironmentVariable("MIGRATEBOTH_ENGINE") != Environment.GetEnvironmentVariable("SABOTAGED")) return;
                    var wanted = Environment.GetEnvironmentVariable("SABOTAGE");
                    if (wanted != null && how == "crash-plain") Thread.Sleep(1000); // xUnit tells VSTest of a test's begin on another thread.
                    if (wanted == how) Process.GetCurrentProcess().Kill();
                    if (wanted == "pause" && how == "crash") { File.WriteAllText("PAUSED", ""); while (!File.Exists("GO")) Thread.Sleep(20); }
                    if (wanted == "hang" && how == "crash") Thread.Sleep(Timeout.Infinite);
                } }
            public class NoteTests {
                [Fact] public async Task Notes_are_kept() {
                    Assert.Equal("1", Environment.GetEnvironmentVariable("OWN_SETTING"));
                    using var database = new ParityDatabase<NoteContext>();
                    using (var context = database.CreateContext()) { context.Add(new Note { Stars = 3 }); await context.SaveChangesAsync(); }
                    Saboteur.Act("crash");
                    using (var context = database.CreateContext()) { Assert.Equal(3, (await context.All.SingleAsync()).Stars); }
                } }
            public class PlainTests { [Fact] public void Nothing_is_asked() => Saboteur.Act("crash-plain"); }
            """.Replace("PAUSED", sandbox.PathOf("paused"), StringComparison.Ordinal).Replace("GO", sandbox.PathOf("go"), StringComparison.Ordinal));
        var added = await sandbox.RunAsync("add", "Initial");
        Assert.True(added.ExitCode == 0, added.ToString());
        return sandbox;
    }

    private static async Task IncompleteAsync(Sandbox sandbox, OwnServer server, string sabotage, string engine, params string[] says)
    {
        sandbox.Environment["SABOTAGE"] = sabotage;
        sandbox.Environment["SABOTAGED"] = engine;

        var result = await RunAsync(sandbox, server);

        Assert.True(result.ExitCode == 2, result.ToString());
        Assert.Equal("incomplete", result.Json.GetProperty("outcome").GetString());
        var reasons = string.Join('\n', result.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()));
        Assert.All(says, word => Assert.Contains(word, reasons, StringComparison.Ordinal));
        Assert.DoesNotContain(Failures.Secret, result.Output + result.Error, StringComparison.Ordinal);
        Assert.Equal(0L, Convert.ToInt64(await server.ScalarAsync(@"SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name LIKE 'migrateboth%'"), CultureInfo.InvariantCulture));
        Assert.Empty(Processes(sandbox));
        Assert.Empty(Directories(sandbox));
    }

    private static Task<ToolResult> RunAsync(Sandbox sandbox, OwnServer server)
    {
        // A temporary folder that only these test processes use.
        Directory.CreateDirectory(sandbox.PathOf("tmp"));
        sandbox.Environment["TMPDIR"] = sandbox.PathOf("tmp");
        var limit = sandbox.Environment["SABOTAGE"] == "hang" ? "20s" : "5m";
        return sandbox.RunAsync("test", "--mysql", server.ConnectionString, "--test-timeout", limit, "--format", "json");
    }

    private static List<string> Directories(Sandbox sandbox) =>
        [.. Directory.EnumerateDirectories(sandbox.PathOf("tmp"), "migrateboth-*").SelectMany(Directory.EnumerateFileSystemEntries)];

    /// <summary>The command lines of processes that have to do with the folder. Build servers stay, on purpose.</summary>
    private static List<string> Processes(Sandbox sandbox) =>
    [
        .. from folder in Directory.EnumerateDirectories("/proc")
           where Path.GetFileName(folder).All(char.IsAsciiDigit)
           let line = CommandLine(folder)
           where line.Contains(sandbox.Root, StringComparison.Ordinal) && !line.Contains("MSBuild.dll", StringComparison.Ordinal) && !line.Contains("VBCSCompiler", StringComparison.Ordinal)
           select line,
    ];

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty; // It has ended meanwhile.
        }
    }
}
