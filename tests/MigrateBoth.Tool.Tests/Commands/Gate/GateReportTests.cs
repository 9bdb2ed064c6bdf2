using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Stages;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Sealing;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Gate;

/// <summary>Which reports a gate believes, and what it makes of them.</summary>
public sealed partial class GateReportTests : IDisposable
{
    private const string Key = "0123456789abcdef0123456789abcdef";

    private readonly GateCheckout _checkout = new();

    [Fact]
    public async Task Each_of_several_configurations_needs_a_report()
    {
        _checkout.Write("migrateboth.Identity.json", """{ "project": "src/App", "context": "IdentityContext" }""");
        Assert.Equal(0, (await _checkout.VerifyAsync()).ExitCode);
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);

        Assert.Equal(0, (await _checkout.VerifyAsync("--config", "migrateboth.json")).ExitCode);
        var run = await _checkout.GateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no report is about migrateboth.Identity.json", run.Out, StringComparison.Ordinal);
        Assert.Equal([0, 1], run.Json.GetProperty("configurations").EnumerateArray().Select(one => one.GetProperty("exitCode").GetInt32()));
        Assert.Equal(0, (await _checkout.GateAsync("--config", "migrateboth.json")).ExitCode);
    }

    [Fact]
    public async Task A_report_of_several_configurations_that_was_edited_is_refused()
    {
        _checkout.Write("migrateboth.Identity.json", """{ "project": "src/App", "context": "IdentityContext" }""");
        _checkout.App.ModelsOf = (configuration, engine) => SampleModels.Of(engine) with { Migrations = engine == Engine.MySql && configuration.Context is not null ? [] : SampleModels.Of(engine).Migrations };
        Assert.Equal(1, (await _checkout.VerifyAsync("--skip", "roundtrip")).ExitCode);
        Assert.Equal(1, (await _checkout.GateAsync()).ExitCode);

        _checkout.EditReport(report => report["configurations"]!.AsArray().RemoveAt(1));
        Assert.Contains("no report is about migrateboth.Identity.json", (await _checkout.GateAsync()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_check_is_refused()
    {
        _checkout.App.Models = engine => SampleModels.Of(engine) with { Migrations = engine == Engine.MySql ? [] : SampleModels.Of(engine).Migrations };
        Assert.Equal(1, (await _checkout.VerifyAsync("--skip", "roundtrip")).ExitCode);

        var run = await _checkout.GateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("failed", run.Json.GetProperty("outcome").GetString());
        Assert.Contains("failed", GateCheckout.Codes(run));
        Assert.Contains("findings", GateCheckout.Codes(run));
        Assert.Contains("stage-missing", GateCheckout.Codes(run));
    }

    [Fact]
    public async Task An_incomplete_check_is_refused()
    {
        _checkout.App.StartingServer = (engine, _) => engine == Engine.MySql
            ? throw new MigrateBothException(ExitCode.Incomplete, "no-server", "There is no server.")
            : Task.CompletedTask;
        Assert.Equal(2, (await _checkout.VerifyAsync()).ExitCode);

        var run = await _checkout.GateAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("incomplete", GateCheckout.Codes(run));
    }

    [Fact]
    public async Task A_check_that_broke_off_has_no_seal()
    {
        _checkout.App.Building = _ => throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "The build failed.");
        Assert.Equal(2, (await _checkout.VerifyAsync()).ExitCode);

        Assert.Equal(["unsealed"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task A_check_of_some_stages_is_enough_only_where_no_more_is_required()
    {
        await _checkout.VerifyAsync("--only", "history,parity,roundtrip,behaviour");

        var run = await _checkout.GateAsync();

        Assert.Equal(["stage-missing"], GateCheckout.Codes(run));
        Assert.Contains("'drift'", run.Out, StringComparison.Ordinal);
        Assert.Equal(0, (await _checkout.GateAsync("--require", "history,parity")).ExitCode);
        Assert.Equal(["stage-missing", "stage-missing"], GateCheckout.Codes(await _checkout.GateAsync("--require", "drift", "--require", "tests")));
    }

    [Fact]
    public async Task Several_reports_may_share_the_stages_and_each_has_to_be_sound()
    {
        await _checkout.VerifyAsync("--only", "drift,parity,roundtrip,behaviour");
        await _checkout.RunAsync("status", "--report", "json=status.json");
        Assert.Equal(0, (await _checkout.GateAsync("--report", "status.json")).ExitCode);

        File.WriteAllText(_checkout.PathOf("status.json"), (await File.ReadAllTextAsync(_checkout.PathOf("status.json"))).Replace("\"skipped\"", "\"passed\"", StringComparison.Ordinal).Replace("\"info\": 0", "\"info\": 1", StringComparison.Ordinal));
        var run = await _checkout.GateAsync("--report", "status.json");

        Assert.Equal(["hand-edited"], GateCheckout.Codes(run));
        Assert.Equal("status.json", run.Json.GetProperty("refusals")[0].GetProperty("report").GetString());
    }

    [Fact]
    public async Task Configured_tests_are_required()
    {
        _checkout.Write("tests/T/T.csproj", """<Project Sdk="Microsoft.NET.Sdk" />""");
        _checkout.Write("migrateboth.json", """{ "project": "src/App", "tests": ["tests/T"] }""");
        Assert.Equal(0, (await _checkout.VerifyAsync("--skip", "tests")).ExitCode);

        Assert.Equal(["stage-missing"], GateCheckout.Codes(await _checkout.GateAsync()));
        Assert.Equal(0, (await _checkout.GateAsync("--require", "history,drift,parity")).ExitCode);
        // The whole checkout counts, whatever was run.
        _checkout.Write("tests/T/Test.cs", "class Test;");
        Assert.Equal(["stale-tests"], GateCheckout.Codes(await _checkout.GateAsync("--require", "history,drift,parity")));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("FullyQualifiedName~Orders", null, "partial-suite")]
    [InlineData(null, "2/3", "partial-suite")]
    public async Task A_part_of_the_suite_is_not_the_suite(string? filter, string? shard, string code)
    {
        await _checkout.VerifyAsync();
        WriteSuiteReport(filter, shard);

        var run = await _checkout.GateAsync("--report", "test.json", "--require", "history,tests");

        Assert.Equal(code.Length == 0 ? [] : [code], GateCheckout.Codes(run));
    }

    [Fact]
    public async Task Tests_that_were_edited_since_are_refused()
    {
        _checkout.Write("tests/T/T.csproj", """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><ProjectReference Include="../../src/App/App.csproj" /></ItemGroup></Project>""");
        _checkout.Write("tests/T/Test.cs", "class Test;");
        _checkout.Write("migrateboth.json", """{ "project": "src/App", "tests": ["tests/T"] }""");
        WriteSuiteReport();
        Assert.Empty(GateCheckout.Codes(await _checkout.RunAsync("gate", "--report", "test.json", "--require", "tests", "--format", "json")));

        _checkout.Append("tests/T/Test.cs", "// edited");

        var run = await _checkout.RunAsync("gate", "--report", "test.json", "--require", "tests", "--format", "json");
        Assert.Equal(["stale-tests"], GateCheckout.Codes(run));
        Assert.Contains("\"tests/T/Test.cs\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_code_is_on_the_page_and_no_other_is()
    {
        var root = Root();
        var sources = Directory.EnumerateFiles(Path.Combine(root, "src", "MigrateBoth.Tool", "Commands", "Gate"), "*.cs").Select(File.ReadAllText);
        var codes = sources.SelectMany(text => RefusalCode().Matches(text).Select(match => match.Groups[1].Value))
            .Concat(InputGroups.All.Select(group => $"stale-{InputGroups.NameOf(group)}"))
            .Distinct()
            .Order(StringComparer.Ordinal);
        var page = await File.ReadAllTextAsync(Path.Combine(root, "docs", "gate.md"));
        var rows = page.Split("## Why a report is refused")[1].Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]);

        Assert.Equal(codes, rows.SelectMany(row => DocumentedCode().Matches(row).Select(match => match.Groups[1].Value)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Findings_count_by_the_gate_s_own_severity()
    {
        await _checkout.VerifyAsync();
        _checkout.ForgeReport(report => Findings(report).Add(Finding("warning", accepted: false)));

        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);
        Assert.Equal(["findings"], GateCheckout.Codes(await _checkout.GateAsync("--fail-on", "warning")));
    }

    [Fact]
    public async Task Too_old_a_report_is_refused_and_one_from_the_future_too()
    {
        await _checkout.VerifyAsync();
        _checkout.Clock.Now += TimeSpan.FromHours(13);

        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);
        Assert.Equal(0, (await _checkout.GateAsync("--max-age", "1d")).ExitCode);
        Assert.Equal(["too-old"], GateCheckout.Codes(await _checkout.GateAsync("--max-age", "12h")));

        _checkout.Clock.Now -= TimeSpan.FromHours(14);
        Assert.Equal(["from-the-future"], GateCheckout.Codes(await _checkout.GateAsync("--max-age", "1d")));
    }

    [Fact]
    public async Task A_report_that_was_only_laid_out_anew_is_the_same_report()
    {
        await _checkout.VerifyAsync();
        _checkout.EditReport(_ => { });

        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);
    }

    [Theory]
    [InlineData("\"checked\": 1", "\"checked\": 2")]
    [InlineData("\"failOn\": \"error\"", "\"failOn\": \"warning\"")]
    [InlineData("\"noBuild\": false", "\"noBuild\": true")]
    [InlineData("2026-11-22T17:00:00Z", "2026-11-22T17:00:01Z")]
    [InlineData("src/App/Model.cs", "src/App/Other.cs")]
    [InlineData("\"vendor\": \"MySQL\"", "\"vendor\": \"MariaDB\"")]
    [InlineData("\"outcome\": \"passed\"", "\"outcome\": \"failed\", \"outcome\": \"passed\"")]
    [InlineData("\"schemaVersion\": 1,", "\"schemaVersion\": 1, \"note\": null,")]
    [InlineData("\"created\": ", "\"made\": ")]
    public async Task An_edit_by_hand_is_refused(string was, string becomes)
    {
        await _checkout.VerifyAsync();
        var text = await File.ReadAllTextAsync(_checkout.PathOf("verify.json"));
        Assert.Contains(was, text, StringComparison.Ordinal);
        _checkout.Write("verify.json", text.Replace(was, becomes, StringComparison.Ordinal));

        Assert.Equal(["hand-edited"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task A_failed_report_does_not_pass_with_another_outcome_and_the_right_digest()
    {
        _checkout.App.Models = engine => SampleModels.Of(engine) with { Migrations = engine == Engine.MySql ? [] : SampleModels.Of(engine).Migrations };
        await _checkout.VerifyAsync();
        _checkout.ForgeReport(report => (report["outcome"], report["exitCode"]) = ("passed", 0));

        Assert.Contains("contradictory", GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.ForgeReport(report =>
        {
            foreach (var stage in report["stages"]!.AsArray().Where(stage => (string?)stage!["status"] == "failed"))
            {
                stage!["status"] = "passed";
            }

            foreach (var finding in Findings(report))
            {
                finding!["accepted"] = true;
            }
        });
        Assert.Contains("not-accepted", GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task An_acceptance_that_ran_out_since_is_refused()
    {
        _checkout.Write("migrateboth.json", """{ "project": "src/App", "accept": [ { "rule": "MB301", "object": "A.B", "difference": "x -> y", "reason": "so", "until": "2026-11-21" } ] }""");
        await _checkout.VerifyAsync("--fail-on", "error");
        _checkout.ForgeReport(report => Findings(report).Add(Finding("error", accepted: true)));

        Assert.Contains("not-accepted", GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.Write("migrateboth.json", (await File.ReadAllTextAsync(_checkout.PathOf("migrateboth.json"))).Replace("2026-11-21", "2026-11-22", StringComparison.Ordinal));
        Assert.DoesNotContain("not-accepted", GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Theory]
    [InlineData("tool", "0.0.9", "other-tool-version")]
    [InlineData("schema", "2", "other-schema")]
    [InlineData("seal", "1", "other-schema")]
    [InlineData("command", "diff", "other-command")]
    public async Task A_report_of_another_version_or_command_is_refused(string what, string value, string code)
    {
        await _checkout.VerifyAsync();
        _checkout.ForgeReport(report =>
        {
            switch (what)
            {
                case "tool":
                    report["tool"]!["version"] = value;
                    break;
                case "schema":
                    report["schemaVersion"] = 2;
                    break;
                case "seal":
                    report["seal"]!["version"] = 1;
                    break;
                default:
                    report["command"] = value;
                    break;
            }
        });

        Assert.Equal([code], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task What_stdout_said_has_no_seal()
    {
        var run = await _checkout.VerifyAsync("--format", "json");
        _checkout.Write("verify.json", run.Out);

        Assert.Equal(["unsealed"], GateCheckout.Codes(await _checkout.GateAsync()));
    }

    [Fact]
    public async Task With_a_key_only_what_was_signed_with_it_is_believed()
    {
        _checkout.Environment[SealKey.Variable] = Key;
        await _checkout.VerifyAsync();
        var signed = await _checkout.GateAsync("--require-signature");
        Assert.True(signed.ExitCode == 0, signed.Out + signed.Error);
        Assert.True(signed.Json.GetProperty("reports")[0].GetProperty("signed").GetBoolean());

        _checkout.Environment[SealKey.Variable] = "another-key-of-thirty-two-bytes!";
        Assert.Equal(["wrong-signature"], GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.Environment[SealKey.Variable] = Key;
        _checkout.ForgeReport(report => report["stages"]![0]!["checked"] = 99);
        Assert.Equal(["wrong-signature"], GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.ForgeReport(report => report["seal"]!.AsObject().Remove("signature"));
        Assert.Equal(["unsigned"], GateCheckout.Codes(await _checkout.GateAsync()));

        _checkout.Environment.Clear();
        Assert.Equal(0, (await _checkout.GateAsync()).ExitCode);
    }

    [Fact]
    public async Task A_signature_that_cannot_be_checked_does_not_pass()
    {
        _checkout.Environment[SealKey.Variable] = Key;
        await _checkout.VerifyAsync();
        Assert.DoesNotContain(Key, await File.ReadAllTextAsync(_checkout.PathOf("verify.json")), StringComparison.Ordinal);
        _checkout.Environment.Clear();

        var run = await _checkout.GateAsync();

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("incomplete", run.Json.GetProperty("outcome").GetString());
        Assert.Equal(["signature-not-checked"], GateCheckout.Codes(run));
    }

    [Theory]
    [InlineData("", "gate", "key-empty")]
    [InlineData("  ", "gate", "key-empty")]
    [InlineData("short", "gate", "key-too-short")]
    [InlineData("short", "verify", "key-too-short")]
    public async Task A_key_that_is_none_is_never_taken_for_no_key(string key, string command, string code)
    {
        await _checkout.VerifyAsync();
        _checkout.Environment[SealKey.Variable] = key;

        var run = command == "gate" ? await _checkout.GateAsync() : await _checkout.VerifyAsync("--format", "json");

        Assert.Equal(78, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(78, "report-not-found", "--report", "nothing.json")]
    [InlineData(78, "report-not-found", "--report", ".")]
    [InlineData(78, "report-malformed", "--report", "README.md")]
    [InlineData(78, "key-missing", "--require-signature", "--allow-no-build")]
    [InlineData(78, "project-not-found", "--project", "nowhere")]
    [InlineData(64, "invalid-value", "--require", "driff")]
    [InlineData(64, "missing-value", "--require", ",")]
    [InlineData(64, "invalid-value", "--max-age", "7")]
    [InlineData(64, "invalid-value", "--max-age", "0d")]
    [InlineData(64, "missing-argument", "--report", "")]
    public async Task Wrong_input_is_no_verdict(int exitCode, string code, params string[] arguments)
    {
        await _checkout.VerifyAsync();

        var run = await _checkout.GateAsync(arguments);

        Assert.Equal(exitCode, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_report_that_was_cut_off_is_no_report()
    {
        await _checkout.VerifyAsync();
        var text = await File.ReadAllTextAsync(_checkout.PathOf("verify.json"));
        _checkout.Write("verify.json", text[..(text.Length / 2)]);

        Assert.Equal(78, (await _checkout.GateAsync()).ExitCode);
    }

    public void Dispose() => _checkout.Dispose();

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "MigrateBoth.sln")))
        {
            directory = directory.Parent!;
        }

        return directory.FullName;
    }

    private void WriteSuiteReport(string? filter = null, string? shard = null)
    {
        var inputs = Tool.Sealing.Inputs.InputsReader.Read(ProjectOptionsOf().Load(Context()), []);
        var suite = new CheckReport
        {
            Command = "test",
            ToolVersion = ToolName.Version,
            FailOn = Severity.Error,
            Engines = new Dictionary<Engine, EngineInfo> { [Engine.MySql] = new("MySQL", "8.4.0", "container", "mysql:8.4") },
            Stages = [new StageResult { Name = StageNames.Tests, Status = StageStatus.Passed, Checked = 3 }],
            Provenance = new CheckProvenance { Created = _checkout.Clock.Now, Inputs = inputs, Filter = filter, Shard = shard },
        };
        _checkout.Write("test.json", new JsonReportFile(null).Render(suite));
    }

    [GeneratedRegex("""(?:Refusal|New|Refuse)\(\s*"([a-z-]+)",""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("`([a-z-]+)`")]
    private static partial Regex DocumentedCode();

    private static JsonArray Findings(JsonNode report) => report["findings"]!.AsArray();

    private static JsonObject Finding(string severity, bool accepted) => new()
    {
        ["rule"] = "MB301",
        ["severity"] = severity,
        ["object"] = "A.B",
        ["difference"] = "x -> y",
        ["accepted"] = accepted,
    };

    private static ProjectOptions ProjectOptionsOf() => new() { Build = new Tool.Projects.BuildSettings(false, null, null) };

    private CommandContext Context() => new()
    {
        Console = new ToolConsole { Out = TextWriter.Null, Error = TextWriter.Null, WorkingDirectory = _checkout.Root, Environment = new Dictionary<string, string>() },
        Services = _checkout.App.Services,
        Options = new GlobalOptions(Tool.Output.OutputFormat.Text, false, true, true, null),
        Progress = new Tool.Output.PlainProgress(TextWriter.Null, verbose: false, quiet: true),
    };
}
