using System.Diagnostics;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Pairs;

/// <summary>The real tool, really killed while it writes.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class KilledAddTests(InstalledTool tool)
{
    private const string Journal = ".migrateboth-pair.json";

    [Fact]
    [Trait("Category", "Long")]
    public async Task Whenever_it_is_killed_the_next_command_finds_both_halves_or_neither()
    {
        using var sandbox = LayoutSandbox.WithChangedModel(tool, "Contexts");
        var build = await sandbox.RunAsync("list");
        Assert.True(build.ExitCode == 0, build.ToString());
        var before = LayoutSandbox.Migrations(sandbox);

        var repaired = 0;
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await KillAsync(sandbox, TimeSpan.FromMilliseconds(attempt * 3));
            repaired += File.Exists(sandbox.PathOf(Journal)) ? 1 : 0;

            var next = await sandbox.RunAsync("list", "--no-build");

            Assert.True(next.ExitCode == 0, next.ToString());
            Assert.Empty(LayoutSandbox.Leftovers(sandbox));
            AssertBothOrNeither(before, sandbox);
            Restore(before, sandbox);
        }

        // The kills that came too late prove nothing; some of them must have hit the writing itself.
        Assert.True(repaired > 0, "no run was killed while its journal was there");
    }

    private async Task KillAsync(Sandbox sandbox, TimeSpan delay)
    {
        var start = new ProcessStartInfo(tool.Executable, ["add", "SetPriority", "--no-build"])
        {
            WorkingDirectory = sandbox.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in sandbox.Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        while (!process.HasExited && !File.Exists(sandbox.PathOf(Journal)))
        {
            // Not spinning: one of two processors would be missing to the very process that is waited for.
            Thread.Sleep(1);
        }

        for (var clock = Stopwatch.StartNew(); clock.Elapsed < delay;)
        {
            Thread.SpinWait(50);
        }

        // Only itself, at once; its design host ends when their pipe breaks.
        process.Kill();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode is 0 or 137, $"exit code {process.ExitCode}\n{await output}\n{await error}");
    }

    private static void AssertBothOrNeither(SortedDictionary<string, string> before, Sandbox sandbox)
    {
        var after = LayoutSandbox.Migrations(sandbox);
        var added = after.Keys.Except(before.Keys).ToList();
        var changed = before.Keys.Where(name => after[name] != before[name]).ToList();
        Assert.True(
            (added.Count, changed.Count) is (0, 0) or (4, 2),
            $"half a pair: added {string.Join(", ", added)}; changed {string.Join(", ", changed)}");
    }

    private static void Restore(SortedDictionary<string, string> before, Sandbox sandbox)
    {
        foreach (var name in LayoutSandbox.Migrations(sandbox).Keys.Except(before.Keys))
        {
            File.Delete(sandbox.PathOf(name));
        }

        // As old as the build again: --no-build refuses to go on from files that the build does not know.
        foreach (var (name, content) in before.Where(file => LayoutSandbox.Migrations(sandbox)[file.Key] != file.Value))
        {
            File.WriteAllBytes(sandbox.PathOf(name), System.Text.Encoding.Latin1.GetBytes(content));
            File.SetLastWriteTimeUtc(sandbox.PathOf(name), DateTime.UtcNow.AddDays(-1));
        }
    }
}
