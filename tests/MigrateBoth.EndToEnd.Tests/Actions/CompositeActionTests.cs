using MigrateBoth.EndToEnd.Tests.Infrastructure;

namespace MigrateBoth.EndToEnd.Tests.Actions;

/// <summary>The scripts of the GitHub action, run with what a runner gives them.</summary>
[Collection(WithInstalledTool.Name)]
public sealed class CompositeActionTests(InstalledTool tool) : IDisposable
{
    private static readonly string Action = Path.Combine(Repository.Root, ".github", "actions", "migrate-both");

    private readonly Sandbox _sandbox = new MiniApp().In(tool);

    [LinuxFact]
    public async Task Findings_become_outputs_annotations_and_a_summary_and_fail_the_job()
    {
        PrepareRunner();
        _sandbox.Environment["INPUT_COMMAND"] = "status";
        _sandbox.Environment["INPUT_ARGS"] = """
            --fail-on "error"
              --context 'MiniContext'
            """;

        var result = await RunScriptAsync("run.sh");

        Assert.True(result.ExitCode == 1, result.ToString());
        var outputs = Outputs();
        Assert.Equal("failed", outputs["outcome"]);
        Assert.Equal("1", outputs["exit-code"]);
        Assert.Equal("2", outputs["errors"]);
        Assert.Equal("0", outputs["warnings"]);
        Assert.Contains("\"command\": \"status\"", await File.ReadAllTextAsync(outputs["report"]), StringComparison.Ordinal);
        Assert.Contains("MB110", await File.ReadAllTextAsync(outputs["sarif"]), StringComparison.Ordinal);
        Assert.Contains("::error", result.Error, StringComparison.Ordinal);
        var summary = await File.ReadAllTextAsync(_sandbox.PathOf("summary.md"));
        Assert.StartsWith("what an earlier step wrote", summary, StringComparison.Ordinal);
        Assert.Contains("MB110", summary, StringComparison.Ordinal);
    }

    [LinuxFact]
    [Trait("Category", "Long")]
    public async Task Arguments_are_never_run_and_a_wrong_one_is_no_pass()
    {
        PrepareRunner();
        _sandbox.Environment["INPUT_COMMAND"] = "status";
        _sandbox.Environment["INPUT_ARGS"] = "--no-such-option $(touch run-by-the-shell) `touch run-by-the-shell` *";

        var result = await RunScriptAsync("run.sh");

        Assert.Equal(64, result.ExitCode);
        Assert.Equal("incomplete", Outputs()["outcome"]);
        Assert.Equal("", Outputs()["report"]);
        Assert.False(File.Exists(_sandbox.PathOf("run-by-the-shell")));
    }

    [LinuxFact]
    public async Task The_tool_is_installed_in_the_action_s_own_version()
    {
        PrepareRunner();
        _sandbox.Environment["INPUT_SOURCE"] = Repository.Packages;

        var result = await RunScriptAsync("install.sh");

        Assert.True(result.ExitCode == 0, result.ToString());
        var version = await _sandbox.RunAsync(Outputs()["tool"], ["--version"], CancellationToken.None);
        Assert.Contains(Repository.PackageVersion, version.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _sandbox.Dispose();

    private void PrepareRunner()
    {
        File.WriteAllText(_sandbox.PathOf("summary.md"), "what an earlier step wrote\n");
        _sandbox.Environment["GITHUB_ACTIONS"] = "true";
        _sandbox.Environment["CI"] = "true";
        _sandbox.Environment["RUNNER_TEMP"] = Directory.CreateDirectory(_sandbox.PathOf(".runner")).FullName;
        _sandbox.Environment["GITHUB_OUTPUT"] = _sandbox.PathOf("outputs.txt");
        _sandbox.Environment["GITHUB_STEP_SUMMARY"] = _sandbox.PathOf("summary.md");
        _sandbox.Environment["TOOL"] = tool.Executable;
    }

    private Task<ToolResult> RunScriptAsync(string name) => _sandbox.RunAsync(Path.Combine(Action, name), [], CancellationToken.None);

    private Dictionary<string, string> Outputs() => File.ReadAllLines(_sandbox.PathOf("outputs.txt"))
        .Select(line => line.Split('=', 2))
        .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
