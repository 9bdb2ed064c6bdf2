using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class AcceptCurrentTests : IDisposable
{
    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-accept-");

    private string File => Path.Combine(_folder.FullName, "migrateboth.json");

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_old_project_is_adopted_and_only_what_is_new_fails_from_then_on()
    {
        await System.IO.File.WriteAllTextAsync(File, "{\n  // ours\n  \"layout\": \"folders\", // one project\n}\n");
        Differ("Total");

        var adopted = await RunAsync("verify", "--accept-current", "--reason", "as it was", "--format", "json");
        var next = await RunAsync("verify", "--format", "json");
        var text = await System.IO.File.ReadAllTextAsync(File);
        Differ("Total", "Tax");
        var changed = await RunAsync("verify", "--format", "json");

        Assert.True(adopted.ExitCode == 0, adopted.Out + adopted.Error);
        Assert.Contains($"1 finding is accepted now, in {File}", adopted.Error, StringComparison.Ordinal);
        Assert.Equal(WithoutTimes(adopted.Out), WithoutTimes(next.Out));
        var finding = Assert.Single(next.Json.GetProperty("findings").EnumerateArray());
        Assert.True(finding.GetProperty("accepted").GetBoolean());
        Assert.Equal("as it was", finding.GetProperty("acceptedBecause").GetString());
        Assert.StartsWith("{\n  // ours\n  \"layout\": \"folders\", // one project\n  \"accept\": [\n", text, StringComparison.Ordinal);
        Assert.Contains($"\"difference\": \"{finding.GetProperty("difference").GetString()}\"", text, StringComparison.Ordinal);
        Assert.Equal(1, changed.ExitCode);
        Assert.Contains("Orders.Tax", changed.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_configuration_one_is_made()
    {
        Differ("Total");

        var run = await RunAsync("verify", "--accept-current", "--reason", "as it was", "--until", "2027-03-31");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        var text = await System.IO.File.ReadAllTextAsync(File);
        Assert.Contains("\"$schema\"", text, StringComparison.Ordinal);
        Assert.Contains("\"until\": \"2027-03-31\"", text, StringComparison.Ordinal);
        Assert.Contains("as it was", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acceptance_that_is_over_fails_again_and_says_so()
    {
        Differ("Total");
        await RunAsync("verify", "--accept-current", "--reason", "for now", "--until", "2026-11-22");
        var text = await System.IO.File.ReadAllTextAsync(File);
        await System.IO.File.WriteAllTextAsync(File, text.Replace("2026-11-22", "2026-11-21", StringComparison.Ordinal));

        var run = await RunAsync("verify");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The acceptance of {RuleOf(run)} for Orders.Total ended on 2026-11-21.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_that_is_gone_makes_its_acceptance_a_finding()
    {
        Differ("Total");
        await RunAsync("verify", "--accept-current", "--reason", "for now");
        Differ();

        var run = await RunAsync("verify", "--format", "json");
        var history = await RunAsync("status", "--format", "json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("MB908", Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
        Assert.Empty(history.Json.GetProperty("findings").EnumerateArray());
    }

    [Fact]
    public async Task A_run_that_is_not_whole_accepts_nothing()
    {
        Differ("Total");
        _app.Applying = (engine, _) => Task.FromResult(engine == Engine.Sqlite ? null : new MigrationFailure { Message = "refused" });

        var run = await RunAsync("verify", "--accept-current", "--reason", "as it was");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("Nothing was accepted", run.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task Status_accepts_what_it_finds_too()
    {
        var more = SampleModels.Of(Engine.Sqlite).Migrations[0] with { Id = "20260202000000_More", Name = "More" };
        _app.Models = engine => SampleModels.Of(engine) with { Migrations = [.. SampleModels.Of(engine).Migrations, .. engine == Engine.Sqlite ? [more] : Array.Empty<MigrationDescription>()] };

        var run = await RunAsync("status", "--accept-current", "--reason", "squashed on MySQL");
        var next = await RunAsync("status");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal(0, next.ExitCode);
        Assert.Contains("squashed on MySQL", next.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing-reason", "--accept-current")]
    [InlineData("contradicting-options", "--reason", "why")]
    [InlineData("invalid-value", "--accept-current", "--reason", "why", "--until", "soon")]
    [InlineData("invalid-value", "--accept-current", "--reason", "why", "--until", "2026-11-21")]
    public async Task Wrong_options_are_refused_before_anything_is_built(string code, params string[] options)
    {
        var run = await RunAsync(["verify", "--format", "json", .. options]);

        Assert.Equal(64, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_app.Started);
    }

    [Fact]
    public async Task The_configuration_that_the_contract_shows_loads_and_says_what_has_no_effect()
    {
        await System.IO.File.WriteAllTextAsync(File, """{ "rules": { "MB702": "warning", "MB705": "off" } }""");

        var run = await RunAsync("verify");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains("MB705", run.Error, StringComparison.Ordinal);
    }

    private void Differ(params string[] columns) =>
        _app.Schemas = (engine, _) => engine == Engine.MySql ? SampleModels.SchemaOf(engine, columns) : SampleModels.SchemaOf(engine);

    private Task<ToolRun> RunAsync(params string[] args) => ToolRun.With(_app.Services, _folder.FullName, null, null, args);

    private static string RuleOf(ToolRun run) => run.Out.Split("error ")[1].Split(' ')[0];

    private static string WithoutTimes(string text) =>
        Regex.Replace(text, "\"milliseconds\": \\d+", "");
}
