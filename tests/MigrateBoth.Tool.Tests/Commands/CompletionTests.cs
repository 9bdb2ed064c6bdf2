using System.Diagnostics;
using McMaster.Extensions.CommandLineUtils;
using MigrateBoth.Tool.Commands;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Commands;

/// <summary>The scripts in the shells that are installed.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-completion-");

    /// <summary>The shells that are installed, with the switch that only reads a script.</summary>
    public static TheoryData<string, string> Shells
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (shell, check) in new[] { ("bash", "-n"), ("zsh", "-n"), ("fish", "--no-execute") })
            {
                if (shell == "bash" || ShellFactAttribute.IsInstalled(shell))
                {
                    data.Add(shell, check);
                }
            }

            return data;
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("dotnet migrate-both ve", "verify")]
    [InlineData("dotnet-migrate-both ser", "server")]
    [InlineData("dotnet migrate-both server ", "up status down sweep --config --forget --mysql")]
    [InlineData("dotnet migrate-both verify --on", "--only")]
    [InlineData("dotnet migrate-both verify --only history,dr", "history,drift")]
    [InlineData("dotnet migrate-both verify --fail-on w", "warning")]
    [InlineData("dotnet migrate-both --format j", "json")]
    [InlineData("dotnet migrate-both verify --format j", "json")]
    [InlineData("dotnet migrate-both verify --report ht", "html=")]
    [InlineData("dotnet migrate-both diff mi", "migrations:sqlite migrations:mysql")]
    // Bash takes the colon for the end of a word and puts in what follows it.
    [InlineData("dotnet migrate-both diff model:sqlite migrations:s", "sqlite")]
    [InlineData("dotnet migrate-both explain MB301", "MB301")]
    [InlineData("dotnet migrate-both help com", "completion")]
    [InlineData("dotnet mi", "migrate-both")]
    public async Task Bash_completes(string line, string expected)
    {
        var found = await CompleteAsync(line);

        Assert.All(expected.Split(' '), word => Assert.Contains(word, found));
        if (!line.EndsWith(' '))
        {
            Assert.Equal(expected.Split(' '), found);
        }
    }

    [Fact]
    public async Task Every_option_of_every_command_is_offered()
    {
        foreach (var definition in CommandCatalog.All)
        {
            using var app = new CommandLineApplication(throwOnUnexpectedArg: false);
            definition.Configure(app);

            var found = await CompleteAsync($"dotnet migrate-both {definition.Name} --");

            Assert.Equal(["--format", "--help", "--no-color", "--quiet", "--timeout", "--verbose"], found.Except(app.Options.Select(option => $"--{option.LongName}")).Order(StringComparer.Ordinal));
            Assert.Empty(app.Options.Select(option => $"--{option.LongName}").Except(found));
        }
    }

    [Fact]
    public async Task What_dotnet_completed_before_is_still_completed()
    {
        var found = await CompleteAsync("dotnet bu", "_before() { COMPREPLY=(build); }; complete -F _before dotnet; ");

        Assert.Equal(["build"], found);
    }

    [Theory]
    [MemberData(nameof(Shells))]
    public async Task A_shell_understands_its_script(string shell, string check)
    {
        var result = await RunAsync(shell, check, await ScriptAsync(shell));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [ShellFact("fish")]
    public async Task Fish_completes()
    {
        var script = await ScriptAsync("fish");
        foreach (var (line, expected) in new[] { ("ve", "verify"), ("verify --on", "--only"), ("verify --fail-on w", "warning"), ("diff mi", "migrations:mysql") })
        {
            var result = await RunAsync("fish", "--no-config", "-c", $"source {script}; complete -C 'dotnet migrate-both {line}'");

            Assert.Equal("", result.Error);
            Assert.Contains(expected, result.Out.Split('\n').Select(found => found.Split('\t')[0]));
        }
    }

    [Fact]
    public async Task PowerShell_gets_every_command_and_its_options()
    {
        var script = (await ToolRun.Of("completion", "powershell")).Out;

        Assert.All(CommandCatalog.All, definition => Assert.Contains($"    '{definition.Name}' = @(", script, StringComparison.Ordinal));
        Assert.Contains("'verify --only' = @('history', 'drift'", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_wrong_usage()
    {
        var run = await ToolRun.Of("completion", "bsh");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("Did you mean 'bash'?", run.Error, StringComparison.Ordinal);
    }

    private async Task<string> ScriptAsync(string shell)
    {
        var file = Path.Combine(_folder.FullName, $"completion.{shell}");
        var run = await ToolRun.Of("completion", shell);
        Assert.Equal(0, run.ExitCode);
        await File.WriteAllTextAsync(file, run.Out);
        return file;
    }

    /// <summary>What bash would offer behind a line: its variables are those that readline sets.</summary>
    private async Task<string[]> CompleteAsync(string line, string before = "")
    {
        var words = line.Split(' ');
        var function = words[0] == "dotnet" ? "_migrate_both_dotnet" : "_migrate_both_tool";
        var result = await RunAsync(
            "bash", "--norc", "--noprofile", "-c",
            $"{before}source {await ScriptAsync("bash")}; COMP_LINE='{line}'; COMP_POINT={line.Length}; COMP_WORDS=({line}{(line.EndsWith(' ') ? " ''" : "")}); COMP_CWORD={words.Length - 1}; {function}; printf '%s\\n' \"${{COMPREPLY[@]}}\"");
        Assert.Equal("", result.Error);
        return [.. result.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private static async Task<(int ExitCode, string Out, string Error)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}

/// <summary>A test of a shell that need not be installed; without it the test is skipped and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShellFactAttribute : FactAttribute
{
    public ShellFactAttribute(string shell) => Skip = IsInstalled(shell) ? null : $"{shell} is not installed";

    public static bool IsInstalled(string shell) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, shell)));
}
