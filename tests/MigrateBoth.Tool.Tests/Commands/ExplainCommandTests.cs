using MigrateBoth.Core.Rules;
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
