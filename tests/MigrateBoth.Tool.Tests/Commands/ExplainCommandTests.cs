using MigrateBoth.Core.Rules;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Fact]
    public async Task Every_rule_has_a_page_with_a_fix()
    {
        foreach (var rule in RuleSet.ById.Values)
        {
            var run = await ToolRun.Of("explain", rule.Id);

            Assert.Equal(0, run.ExitCode);
            Assert.StartsWith($"{rule.Id}  {rule.Title}\n", run.Out, StringComparison.Ordinal);
            Assert.True(run.Out.Length > 200, $"{rule.Id} says little: {run.Out}");
        }
    }

    [Fact]
    public async Task On_a_terminal_a_page_is_shown_and_not_its_Markdown()
    {
        foreach (var rule in RuleSet.ById.Values)
        {
            var shown = await OnTerminalAsync(80, "explain", rule.Id, "--no-color");

            Assert.DoesNotContain("**", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("```", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("](", shown, StringComparison.Ordinal);
            // Code keeps its lines, and a word that is longer than a line keeps one of its own.
            Assert.DoesNotContain(shown.Split('\n'), line => line.Length > 80 && line.TrimStart().Contains(' ', StringComparison.Ordinal) && !line.StartsWith("    ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_page_has_its_code_indented_its_lists_hanging_and_its_colours()
    {
        var plain = await OnTerminalAsync(60, "explain", "MB301", "--no-color");
        var coloured = await OnTerminalAsync(60, "explain", "MB301");

        Assert.Contains("\n    SQLite  TEXT", plain, StringComparison.Ordinal);
        Assert.Contains("\nFix. Alter the column", plain, StringComparison.Ordinal);
        Assert.Contains("\u001b[1mFix.\u001b[0m Alter the column", coloured, StringComparison.Ordinal);
        Assert.Contains("**Fix.**", (await ToolRun.Of("explain", "MB301")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_hang_and_tables_align()
    {
        using var writer = new StringWriter();
        MarkdownPage.Write("# A *title*\n\n- one two three four five six\n- `b`\n  goes on\n\n1. first\n\n| a | long |\n|---|---|\n| longer | b |\n\nSee [the page](x.md) and [the web](https://example.org).", new TextOutput(writer, isTerminal: true, color: false, width: 24));

        Assert.Equal(
            "A *title*\n\n  - one two three four\n    five six\n  - `b` goes on\n\n  1. first\n\n  a       long\n  longer  b\n\nSee the page and the web\n(https://example.org).\n",
            writer.ToString());
    }

    private static async Task<string> OnTerminalAsync(int width, params string[] args)
    {
        using var output = new StringWriter();
        var console = new ToolConsole { Out = output, Error = TextWriter.Null, IsOutTerminal = true, Width = width, WorkingDirectory = Path.GetTempPath(), Environment = new Dictionary<string, string>() };
        Assert.Equal(0, await MigrateBothApplication.RunAsync(args, console));
        return output.ToString();
    }

    [Fact]
    public async Task Without_a_rule_all_are_listed()
    {
        var text = await ToolRun.Of("explain");
        var json = await ToolRun.Of("explain", "--format", "json");

        Assert.Equal(RuleSet.ById.Count, text.Out.Trim().Split('\n').Length);
        Assert.Equal(RuleSet.ById.Count, json.Json.GetProperty("rules").GetArrayLength());
    }

    [Fact]
    public async Task The_case_of_the_id_does_not_matter() => Assert.StartsWith("MB301", (await ToolRun.Of("explain", "mb301")).Out, StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_rule_is_wrong_configuration_and_names_the_nearest()
    {
        var run = await ToolRun.Of("explain", "MB31O", "--format", "json");

        Assert.Equal(78, run.ExitCode);
        Assert.Equal("unknown-rule", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("Did you mean 'MB31", run.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
