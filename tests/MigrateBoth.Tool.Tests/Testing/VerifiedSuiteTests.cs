using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Testing;

/// <summary>The suite as a stage of <c>verify</c>.</summary>
public sealed class VerifiedSuiteTests : IDisposable
{
    private readonly ScriptedSuite _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task The_suite_is_the_last_stage_and_shares_the_one_server()
    {
        var run = await _suite.RunAsync("verify");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("tests passed", Stages(run));
        Assert.Contains("parity passed", Stages(run));
        Assert.Equal(2, run.Json.GetProperty("tests").GetArrayLength());
        Assert.Single(_suite.Application.Started, started => started.StartsWith("mysql", StringComparison.Ordinal));
        Assert.Empty(_suite.Application.Alive);
    }

    [Fact]
    public async Task The_suite_runs_while_the_schemas_are_read()
    {
        var tests = new TaskCompletionSource();
        _suite.BuildingTests = () =>
        {
            tests.SetResult();
            return Task.CompletedTask;
        };
        // The migrations wait for the suite: one after the other would never end.
        _suite.Application.Applying = async (_, cancellationToken) =>
        {
            await tests.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
            return null;
        };

        Assert.Equal(0, (await _suite.RunAsync("verify")).ExitCode);
    }

    [Fact]
    public async Task A_server_that_is_not_the_named_one_is_one_finding_for_all_stages_and_the_suite()
    {
        _suite.Application.StartingServer = (engine, _) => engine == Engine.MySql
            ? throw new MigrateBothException(ExitCode.Incomplete, "mysql-not-as-required", "The given server does not meet the requirement: it is MariaDB 10.11.", "Name another.")
            : Task.CompletedTask;

        var run = await _suite.RunAsync("verify");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["MB904"], run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));
        Assert.Contains("tests incomplete", Stages(run));
    }

    [Fact]
    public async Task Only_tests_runs_the_suite_alone()
    {
        var run = await _suite.RunAsync("verify", "--only", "tests");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal(["history skipped", "drift skipped", "parity skipped", "roundtrip skipped", "behaviour skipped", "tests passed"], Stages(run));
        Assert.Equal("8.4.0", run.Json.GetProperty("engines").GetProperty("mysql").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Skipped_tests_are_not_built()
    {
        _suite.BuildingTests = () => throw new InvalidOperationException("nobody asked");

        var run = await _suite.RunAsync("verify", "--skip", "tests");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("tests skipped", Stages(run));
    }

    [Fact]
    public async Task Without_a_test_project_the_stage_is_skipped_and_says_why()
    {
        _suite.Name();

        var run = await _suite.RunAsync("verify");

        Assert.Equal(0, run.ExitCode);
        var stage = run.Json.GetProperty("stages").EnumerateArray().Single(one => one.GetProperty("name").GetString() == "tests");
        Assert.Equal("skipped", stage.GetProperty("status").GetString());
        Assert.Contains("no test projects are configured", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tests")]
    [InlineData("history,tests")]
    public async Task A_stage_that_is_requested_by_name_needs_a_test_project(string only)
    {
        _suite.Name();

        var run = await _suite.RunAsync("verify", "--only", only);

        Assert.Equal(78, run.ExitCode);
        Assert.Equal("no-test-projects", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_suite_that_does_not_build_is_incomplete_beside_what_the_other_stages_found()
    {
        _suite.BuildingTests = () => throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "Suite.Tests does not build.", "Mend it.");

        var run = await _suite.RunAsync("verify");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("parity passed", Stages(run));
        Assert.Contains("tests incomplete", Stages(run));
        Assert.Contains("Suite.Tests does not build.", run.Out, StringComparison.Ordinal);
        Assert.Empty(_suite.Application.Alive);
    }

    [Fact]
    public async Task An_application_that_does_not_build_takes_the_suite_along()
    {
        _suite.Application.Building = _ => throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "The build failed.");

        var run = await _suite.RunAsync("verify");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("build-failed", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_suite.Application.Alive);
    }

    [Fact]
    public async Task A_project_that_is_no_test_project_is_wrong_configuration()
    {
        _suite.BuildingTests = () => throw new MigrateBothException(ExitCode.Configuration, "no-test-project", "Suite.Tests is no test project.");
        _suite.Application.Applying = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };

        var run = await _suite.RunAsync("verify");

        Assert.Equal(78, run.ExitCode);
        Assert.Empty(_suite.Application.Alive);
    }

    [Fact]
    public async Task A_crash_leaves_the_other_stages_and_is_incomplete()
    {
        _suite.Script(Engine.MySql, "say starting N.A.One", "crash");

        var run = await _suite.RunAsync("verify");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("drift passed", Stages(run));
        Assert.Contains("tests incomplete", Stages(run));
    }

    private static IEnumerable<string> Stages(ToolRun run) =>
        run.Json.GetProperty("stages").EnumerateArray().Select(stage => $"{stage.GetProperty("name").GetString()} {stage.GetProperty("status").GetString()}");
}
