using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using CliWrap;
using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Docs;

/// <summary>The two pages that a newcomer begins with, typed line by line in an empty folder, with the packed packages.</summary>
[Collection(WithInstalledTool.Name)]
public sealed partial class FirstHourTests(InstalledTool tool)
{
    private const int MostCommands = 8;
    private static readonly TimeSpan MostTime = TimeSpan.FromMinutes(5);

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task The_tutorial_works_by_copy_and_paste()
    {
        using var sandbox = Newcomer();
        var page = Page.Read("getting-started.md");
        var clock = Stopwatch.StartNew();

        List<string> begin = [.. page.Commands("Install"), .. page.Commands("Code")];
        List<string> go = [.. page.Commands("Add"), .. page.Commands("Verify")];
        Assert.InRange(begin.Count + go.Count, 1, MostCommands);
        await TypeAsync(sandbox, begin);
        await File.WriteAllTextAsync(sandbox.PathOf("Program.cs"), page.Code);
        await TypeAsync(sandbox, go);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, MostTime);

        var (wrong, right) = page.Replacement;
        var migration = Directory.EnumerateFiles(sandbox.PathOf("Migrations", "MySql"), "*_Init.cs").Single();
        var text = await File.ReadAllTextAsync(migration);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(migration, text.Replace(right, wrong, StringComparison.Ordinal));
        var broken = page.Commands("Break it, see it, fix it");
        var seen = await ShellAsync(sandbox, broken[0]);
        Assert.True(seen.ExitCode == 1, seen.ToString());
        Assert.Contains(page.Finding, seen.Output, StringComparison.Ordinal);
        await TypeAsync(sandbox, broken[1..]);
    }

    [MySqlFact]
    [Trait("Category", "Long")]
    public async Task An_application_on_SQLite_gets_MySQL_and_runs_on_it()
    {
        using var sandbox = Newcomer();
        var page = Page.Read("add-mysql.md");
        var (create, ef) = (page.Commands("Add MySQL to my SQLite application")[..^1], page.Commands("Add MySQL to my SQLite application")[^1]);
        await TypeAsync(sandbox, create);
        await File.WriteAllTextAsync(sandbox.PathOf("Program.cs"), page.Code);
        await TypeAsync(sandbox, [.. Page.Read("getting-started.md").Commands("Install"), $"dotnet tool install --global dotnet-ef --version {Pairs.DotnetEf.Version}", ef]);

        await TypeAsync(sandbox, page.Commands("Two commands"));

        var behaviour = await ShellAsync(sandbox, page.Commands("What behaves differently").Single());
        Assert.True(behaviour.ExitCode == 1, behaviour.ToString());
        Assert.Contains("UseMigrateBothStringSemantics", behaviour.Output, StringComparison.Ordinal);
        var program = await File.ReadAllTextAsync(sandbox.PathOf("Program.cs"));
        Assert.All(page.Added, line => Assert.Contains(line, program, StringComparison.Ordinal));
        Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite: 0", await AnswerAsync(sandbox, "dotnet run"));
        await using var server = await OwnServer.StartAsync();
        await server.ScalarAsync("CREATE DATABASE notes");
        var command = page.Commands("On MySQL").Single();
        Assert.Contains("mysql://root:secret@127.0.0.1:3306/notes", command, StringComparison.Ordinal);
        Assert.Equal("Pomelo.EntityFrameworkCore.MySql: 0", await AnswerAsync(sandbox, command.Replace("root:secret@127.0.0.1:3306", server.UrlAuthority, StringComparison.Ordinal)));
    }

    /// <summary>A user without settings, whose tools are installed where a user's are.</summary>
    private Sandbox Newcomer()
    {
        var sandbox = Sandbox.Empty(tool);
        var home = sandbox.PathOf(".home");
        sandbox.Environment["DOTNET_CLI_HOME"] = home;
        sandbox.Environment["DOTNET_NOLOGO"] = "1";
        sandbox.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        sandbox.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        sandbox.Environment["PATH"] = Path.Combine(home, ".dotnet", "tools") + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return sandbox;
    }

    private static async Task TypeAsync(Sandbox sandbox, IEnumerable<string> commands)
    {
        foreach (var command in commands)
        {
            var result = await ShellAsync(sandbox, command);
            Assert.True(result.ExitCode == 0, $"{command}\n{result}");
        }
    }

    private static Task<ToolResult> ShellAsync(Sandbox sandbox, string command) => sandbox.RunAsync("bash", ["-c", command], CancellationToken.None);

    /// <summary>What the application answers at its first page; then it is stopped.</summary>
    private static async Task<string> AnswerAsync(Sandbox sandbox, string command)
    {
        var port = FreePort();
        using var stop = new CancellationTokenSource();
        var output = new System.Text.StringBuilder();
        var running = Cli.Wrap("bash")
            .WithWorkingDirectory(sandbox.Root)
            .WithArguments(["-c", $"{command} --no-launch-profile --urls http://127.0.0.1:{port}"])
            .WithEnvironmentVariables(sandbox.Environment)
            .WithStandardOutputPipe(PipeTarget.ToStringBuilder(output))
            .WithStandardErrorPipe(PipeTarget.ToStringBuilder(output))
            .WithValidation(CommandResultValidation.None)
            .ExecuteAsync(stop.Token);
        using var client = new HttpClient();
        var deadline = DateTime.UtcNow.AddMinutes(2);
        try
        {
            while (true)
            {
                try
                {
                    return await client.GetStringAsync(new Uri($"http://127.0.0.1:{port}/"));
                }
                catch (HttpRequestException) when (DateTime.UtcNow < deadline && !running.Task.IsCompleted)
                {
                    await Task.Delay(200);
                }
                catch (HttpRequestException exception)
                {
                    throw new InvalidOperationException($"{command}\n{output}", exception);
                }
            }
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAny(running.Task, Task.Delay(TimeSpan.FromSeconds(10)));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A page by its headings.</summary>
    private sealed partial record Page(string Text)
    {
        public static Page Read(string name) => new(File.ReadAllText(Path.Combine(Repository.Root, "docs", name)).ReplaceLineEndings("\n"));

        public string Code => CodeBlock().Match(Text).Groups[1].Value;

        public string Finding => FindingBlock().Match(Text).Groups[1].Value;

        public (string Wrong, string Right) Replacement => ReplaceWords().Match(Text) is { Success: true } match ? (match.Groups[2].Value, match.Groups[1].Value) : throw new InvalidOperationException("The page says nothing to replace.");

        public IEnumerable<string> Added => AddedLine().Matches(Text).Select(match => match.Groups[1].Value);

        public List<string> Commands(string heading)
        {
            var section = Regex.Split(Text, "^#+ ", RegexOptions.Multiline).Single(part => part.StartsWith($"{heading}\n", StringComparison.Ordinal));
            var inCode = false;
            var commands = new List<string>();
            foreach (var line in section.Split('\n'))
            {
                inCode ^= line.StartsWith("```", StringComparison.Ordinal);
                if (!inCode && line.StartsWith("    ", StringComparison.Ordinal))
                {
                    commands.Add(line.Split('#')[0].Trim());
                }
            }

            return commands;
        }

        [GeneratedRegex(@"```csharp\n([\s\S]*?)```")]
        private static partial Regex CodeBlock();

        [GeneratedRegex(@"```text\n(.*?)\n```")]
        private static partial Regex FindingBlock();

        [GeneratedRegex("replace `([^`]+)` by `([^`]+)`")]
        private static partial Regex ReplaceWords();

        [GeneratedRegex(@"^\+(?!\+)(.+)$", RegexOptions.Multiline)]
        private static partial Regex AddedLine();
    }
}
