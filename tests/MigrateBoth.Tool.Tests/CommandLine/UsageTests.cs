using MigrateBoth.Tool.Commands;

namespace MigrateBoth.Tool.Tests.CommandLine;

public sealed class UsageTests
{
    [Theory]
    [InlineData("explan", "unknown-command", "Did you mean 'explain'?")]
    [InlineData("explain --formt json", "unknown-option", "Did you mean '--format'?")]
    [InlineData("explain MB301 MB302", "unexpected-argument", "'MB302' is one argument too many")]
    [InlineData("explain --format yaml", "invalid-value", "--format does not take 'yaml'")]
    [InlineData("explain --format", "wrong-usage", "format")]
    [InlineData("explain --timeout soon", "invalid-value", "--timeout does not understand 'soon'")]
    [InlineData("explain --timeout -5s", "invalid-value", "--timeout does not understand '-5s'")]
    [InlineData("apply --sqlite --no-build", "missing-value", "--sqlite needs a value: '--no-build' is an option of its own")]
    [InlineData("verify --mysql -q", "missing-value", "--mysql needs a value: '-q' is an option of its own")]
    [InlineData("explain --verbose --quiet", "contradicting-options", "contradict")]
    [InlineData("explain -- --provider Sqlite", "unexpected-argument", "does not run the application")]
    [InlineData("--no-color", "missing-command", "No command was given")]
    [InlineData("help explan", "unknown-command", "Did you mean 'explain'?")]
    [InlineData("migrations add Init", "unknown-command", "dotnet migrate-both add NAME")]
    [InlineData("database update", "unknown-command", "dotnet migrate-both apply --sqlite CONNECTION")]
    [InlineData("migrations", "unknown-command", "a command of 'dotnet ef'")]
    [InlineData("dbcontext scaffold", "unknown-command", "'dotnet ef dbcontext scaffold' can be used as well")]
    public async Task A_wrong_command_line_ends_with_64_and_says_what_was_meant(string line, string code, string message)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var text = await ToolRun.Of(words);

        Assert.Equal(64, text.ExitCode);
        Assert.Empty(text.Out);
        Assert.Contains(message, text.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text.Error, StringComparison.Ordinal);

        var json = await ToolRun.Of(["--format=json", .. words.Contains("--format") ? words[..^2] : words]);
        if (!words.Contains("--format"))
        {
            Assert.Equal(64, json.ExitCode);
            Assert.Equal(code, json.Json.GetProperty("error").GetProperty("code").GetString());
            Assert.Equal(64, json.Json.GetProperty("exitCode").GetInt32());
        }
    }

    [Fact]
    public async Task Json_that_is_asked_for_after_the_mistake_is_still_json()
    {
        var run = await ToolRun.Of("explain", "--bogus", "--format", "json");

        Assert.Equal(64, run.ExitCode);
        Assert.Equal("unknown-option", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("explain", run.Json.GetProperty("command").GetString());
    }

    [Fact]
    public async Task Every_command_has_help_with_examples()
    {
        foreach (var definition in CommandCatalog.All)
        {
            var run = await ToolRun.Of(definition.Name, "--help");

            Assert.Equal(0, run.ExitCode);
            Assert.Contains($"Usage: dotnet migrate-both {definition.Name}", run.Out, StringComparison.Ordinal);
            Assert.Contains($"dotnet migrate-both {definition.Examples[0].Arguments}", run.Out, StringComparison.Ordinal);
            Assert.Empty(run.Error);
        }
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("")]
    public async Task Help_lists_every_command(string line)
    {
        var run = await ToolRun.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(0, run.ExitCode);
        Assert.All(CommandCatalog.All, definition => Assert.Contains($"  {definition.Name} ", run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_is_wrapped_at_words_with_hanging_indents()
    {
        foreach (var name in CommandCatalog.All.Select(definition => definition.Name).Prepend(""))
        {
            using var output = new StringWriter();
            var console = new ToolConsole { Out = output, Error = TextWriter.Null, IsOutTerminal = true, Width = 80, WorkingDirectory = Path.GetTempPath(), Environment = new Dictionary<string, string>() };
            await MigrateBothApplication.RunAsync([.. name.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"], console);
            var lines = output.ToString().Split('\n');

            // Only a word that has no blank in it may be longer.
            Assert.DoesNotContain(lines, line => line.Length > 80 && line.Trim().Contains(' ', StringComparison.Ordinal));
            Assert.Contains(lines, line => line.StartsWith("        ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Help_of_a_command_is_its_own_page()
    {
        var run = await ToolRun.Of("help", "verify");

        Assert.Equal((0, (await ToolRun.Of("verify", "--help")).Out), (run.ExitCode, run.Out));
    }

    [Fact]
    public async Task Version_is_the_packages_version()
    {
        var run = await ToolRun.Of("--version");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+[^+\\s]*\n$", run.Out);
    }
}
