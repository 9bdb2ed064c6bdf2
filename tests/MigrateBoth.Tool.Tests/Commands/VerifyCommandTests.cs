using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scripts;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-verify-");

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_sound_application_passes_and_all_six_stages_are_named()
    {
        var run = await RunAsync("--format", "json");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal("passed", run.Json.GetProperty("outcome").GetString());
        Assert.Equal(
            ["history passed", "drift passed", "parity passed", "roundtrip passed", "behaviour passed", "tests skipped"],
            Stages(run));
        Assert.Equal("8.4.0", run.Json.GetProperty("engines").GetProperty("mysql").GetProperty("version").GetString());
        Assert.Equal("container", run.Json.GetProperty("engines").GetProperty("mysql").GetProperty("source").GetString());
        Assert.Equal("Pomelo.EntityFrameworkCore.MySql 9.0.0", run.Json.GetProperty("model").GetProperty("mysqlProvider").GetString());
        Assert.All(run.Json.GetProperty("stages").EnumerateArray().Take(3), stage => Assert.True(stage.GetProperty("checked").GetInt32() > 0));
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task The_SQLite_that_is_named_is_the_application_s_own()
    {
        _app.Models = engine => SampleModels.Of(engine) with { LibraryVersion = engine == Engine.Sqlite ? "3.46.1" : null };

        var json = await RunAsync("--format", "json");
        var text = await RunAsync();

        var sqlite = json.Json.GetProperty("engines").GetProperty("sqlite");
        Assert.Equal(("3.46.1", "3.50.1"), (sqlite.GetProperty("version").GetString(), sqlite.GetProperty("readWith").GetString()));
        Assert.Contains("3.46.1 (the application's; read with 3.50.1)", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idempotent_script_that_no_client_could_run_is_not_a_pass()
    {
        _app.Script = new ClientRun(null, "mysql on PATH: ERROR 1045 (28000): Access denied for user 'root'@'localhost'");

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("roundtrip incomplete", Stages(run));
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("MB943", finding.GetProperty("rule").GetString());
        Assert.Contains("ERROR 1045", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_difference_between_the_engines_fails()
    {
        _app.Schemas = (engine, purpose) => engine == Engine.MySql ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

        var run = await RunAsync("--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("parity failed", Stages(run));
        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("Orders.Total", finding.GetProperty("object").GetString());
        Assert.Equal("column", finding.GetProperty("kind").GetString());
        Assert.Equal("both", finding.GetProperty("engine").GetString());
    }

    [Fact]
    public async Task Two_runs_over_one_state_print_the_same_bytes()
    {
        _app.Schemas = (engine, purpose) => purpose == "model" ? SampleModels.SchemaOf(engine, "A", "B") : SampleModels.SchemaOf(engine);

        var first = await RunAsync("--format", "json");
        var second = await RunAsync("--format", "json");

        Assert.Equal(WithoutTimes(first.Out), WithoutTimes(second.Out));
    }

    [Fact]
    public async Task A_refused_migration_is_incomplete_and_named_with_statement_and_error()
    {
        _app.Applying = (engine, _) => Task.FromResult(engine == Engine.Sqlite ? null : new MigrationFailure
        {
            MigrationId = "20260101000000_Init",
            Failed = new PlannedCommand("create table Orders", "CREATE TABLE `Orders` (broken);", false),
            Message = "You have an error in your SQL syntax",
            ErrorNumber = 1064,
        });

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["history passed", "drift incomplete", "parity incomplete"], Stages(run).Take(3));
        Assert.Contains("roundtrip incomplete", Stages(run));
        Assert.Equal("migration-failed", run.Json.GetProperty("error").GetProperty("code").GetString());
        var findings = run.Json.GetProperty("findings").EnumerateArray().ToList();
        Assert.All(findings, finding =>
        {
            Assert.Equal("MB905", finding.GetProperty("rule").GetString());
            Assert.Equal("20260101000000_Init", finding.GetProperty("object").GetString());
            Assert.Equal("CREATE TABLE `Orders` (broken);", finding.GetProperty("expected").GetString());
            Assert.Contains("1064", finding.GetProperty("actual").GetString(), StringComparison.Ordinal);
        });
        Assert.Single(findings);
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task The_error_of_the_attempt_that_got_further_is_the_one_reported()
    {
        var attempts = 0;
        _app.Models = engine => SampleModels.Of(engine) with { Tables = [new ModelTable { Name = "Users", IsExcludedFromMigrations = true }] };
        _app.Applying = (engine, _) => Task.FromResult(engine == Engine.Sqlite ? null : ++attempts == 1
            ? new MigrationFailure { MigrationId = "20260101000000_Init", Message = "Failed to open the referenced table 'Users'", ErrorNumber = 1824 }
            : new MigrationFailure
            {
                MigrationId = "20260101000000_Init",
                Executed = [new PlannedCommand(null, "CREATE TABLE `Orders` (…);", false)],
                Message = "Cannot drop index 'IX_Orders': needed in a foreign key constraint",
                ErrorNumber = 1553,
            });

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, attempts);
        Assert.Contains("1553", Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).GetProperty("actual").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_raw_SQL_makes_is_not_missing_where_a_migration_was_refused()
    {
        _app.Applying = (engine, _) => Task.FromResult(engine == Engine.Sqlite ? null : new MigrationFailure { MigrationId = "20260101000000_Init", Message = "no", ErrorNumber = 1064 });
        _app.Schemas = (engine, purpose) => SampleModels.SchemaOf(engine) with { Views = engine == Engine.Sqlite && purpose == "migrated" ? [new MigrateBoth.Core.Schema.View("Totals", ["n"], "SELECT 1 AS n", IsValid: true)] : [] };

        var run = await RunAsync("--only", "parity", "--format", "json");

        Assert.Equal(["MB905"], run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task Drift_and_parity_of_one_attribute_are_one_finding()
    {
        _app.Schemas = (engine, purpose) => engine == Engine.MySql && purpose == "migrated" ? SampleModels.SchemaOf(engine) : SampleModels.SchemaOf(engine, "Total");

        var run = await RunAsync("--format", "json");

        var finding = Assert.Single(run.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal("drift", finding.GetProperty("stage").GetString());
        Assert.Equal("Orders.Total", finding.GetProperty("object").GetString());
        Assert.StartsWith("MB3", Assert.Single(finding.GetProperty("alsoRules").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(1, run.Json.GetProperty("summary").GetProperty("error").GetInt32());
        Assert.Equal(["history passed", "drift failed", "parity failed"], Stages(run).Take(3));
    }

    [Fact]
    public async Task Where_a_migration_is_refused_the_engines_are_compared_by_what_the_model_builds()
    {
        _app.Applying = (engine, _) => Task.FromResult(engine == Engine.Sqlite ? null : new MigrationFailure { MigrationId = "20260101000000_Init", Message = "no", ErrorNumber = 1064 });
        _app.Schemas = (engine, purpose) => engine == Engine.MySql && purpose == "model" ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["history passed", "drift incomplete", "parity incomplete"], Stages(run).Take(3));
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), finding =>
            finding.GetProperty("stage").GetString() == "parity" && finding.GetProperty("object").GetString() == "Orders.Total");
        Assert.Contains("What MySQL would hold was taken from the model", (await RunAsync()).Out, StringComparison.Ordinal);
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task Databases_that_only_EnsureCreated_makes_are_compared_by_what_the_models_build()
    {
        _app.Models = engine => SampleModels.Of(engine) with { Migrations = [], HasSnapshot = false, Tables = [new ModelTable { Name = "Orders" }] };
        _app.Schemas = (engine, purpose) => purpose == "model" ? SampleModels.SchemaOf(engine) : SampleModels.SchemaOf(engine) with { Tables = [] };

        var run = await RunAsync("--format", "json");

        // Once for each engine, though history and drift both say so, and none for each table.
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["history failed", "drift failed", "parity passed"], Stages(run).Take(3));
        Assert.Equal(["MB110", "MB110"], run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));

        var accepted = await RunAsync("--accept-current", "--reason", "a cache, made anew at every start", "--format", "json");
        Assert.Equal("passed", accepted.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task One_engine_that_fails_does_not_hide_what_the_other_shows()
    {
        _app.Creating = (engine, _) => engine == Engine.MySql
            ? throw new MigrateBothException(ExitCode.Incomplete, "create-failed", "MySQL refused the model.")
            : Task.CompletedTask;
        _app.Schemas = (engine, purpose) => engine == Engine.Sqlite && purpose == "model" ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), finding =>
            finding.GetProperty("stage").GetString() == "drift" && finding.GetProperty("object").GetString() == "Orders.Total" && finding.GetProperty("engine").GetString() == "sqlite");
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), finding =>
            finding.GetProperty("rule").GetString() == "MB905" && finding.GetProperty("engine").GetString() == "mysql");
    }

    [Fact]
    public async Task A_server_of_another_vendor_is_the_cause_of_what_failed_on_it()
    {
        _app.Models = engine => SampleModels.Of(engine) with { ConfiguredServerVersion = engine == Engine.MySql ? "10.11.0-mariadb" : null };
        _app.Applying = (engine, _) => Task.FromResult(engine == Engine.Sqlite ? null : new MigrationFailure { Message = "Unknown collation", ErrorNumber = 1273 });

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.DoesNotContain("MB905", Rules(run));
        var cause = run.Json.GetProperty("findings").EnumerateArray().First(finding => finding.GetProperty("rule").GetString() == "MB904");
        Assert.Equal("error", cause.GetProperty("severity").GetString());
        Assert.Contains("Unknown collation", cause.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, """{ "rules": { "MB904": "off" } }""")]
    [InlineData(false, "")]
    public async Task A_server_that_was_only_found_and_is_of_another_vendor_is_the_one_finding(bool found, string configuration)
    {
        _app.Models = engine => SampleModels.Of(engine) with { ConfiguredServerVersion = engine == Engine.MySql ? "10.11.0-mariadb" : null };
        _app.IsVendorOpen = found;
        if (!found)
        {
            _app.StartingServer = (_, _) => throw new MigrateBothException(
                ExitCode.Incomplete, "mysql-not-as-required", "The local server process does not meet the requirement: it is MariaDB 10.11.", "Name another.");
        }

        if (configuration.Length > 0)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "migrateboth.json"), configuration);
        }

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["MB904"], Rules(run));
        Assert.Equal(["history passed", "drift incomplete", "parity incomplete"], Stages(run).Take(3));
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task What_was_required_of_the_server_is_in_the_report()
    {
        _app.Requirements = [ServerRequirement.OfImage("--mysql-image", "mysql:8.4")];

        var required = (await RunAsync("--format", "json")).Json.GetProperty("engines").GetProperty("mysql").GetProperty("required")[0];

        Assert.Equal("--mysql-image mysql:8.4", required.GetProperty("named").GetString());
        Assert.Equal("8.4", required.GetProperty("oldest").GetString());
    }

    [Fact]
    public async Task Without_a_server_the_histories_are_still_reported()
    {
        _app.StartingServer = (_, _) => throw new MigrateBothException(
            ExitCode.Incomplete, "mysql-unavailable", "No MySQL at Server=h;Password=s3cret.", "Start Docker.");

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["history passed", "drift incomplete", "parity incomplete"], Stages(run).Take(3));
        Assert.Equal("mysql-unavailable", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("error: No MySQL", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Out + run.Error, StringComparison.Ordinal);
        Assert.False(run.Json.GetProperty("engines").TryGetProperty("mysql", out _));
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task A_build_that_fails_takes_the_server_along_that_was_coming_up()
    {
        var serverIsUp = new TaskCompletionSource();
        _app.StartingServer = (_, _) =>
        {
            serverIsUp.SetResult();
            return Task.CompletedTask;
        };
        _app.Building = async _ =>
        {
            await serverIsUp.Task;
            throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "The build failed.");
        };

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("build-failed", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_app.Alive);
    }

    [Theory]
    [InlineData(ExitCode.Interrupted, "interrupted")]
    [InlineData(ExitCode.Terminated, "terminated")]
    public async Task A_signal_while_migrating_cleans_up_first(ExitCode signal, string code)
    {
        using var interruption = new Interruption();
        _app.Applying = async (engine, cancellationToken) =>
        {
            interruption.Signal(signal);
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };

        var run = await ToolRun.With(_app.Services, _folder.FullName, null, interruption, "verify", "--format", "json");

        Assert.Equal((int)signal, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task A_host_that_dies_of_the_same_signal_is_not_reported()
    {
        using var interruption = new Interruption();
        _app.Applying = (_, _) =>
        {
            interruption.Signal(ExitCode.Interrupted);
            throw new MigrateBothException(ExitCode.Incomplete, "host-died", "The design host died.");
        };

        var run = await ToolRun.With(_app.Services, _folder.FullName, null, interruption, "verify", "--format", "json");

        Assert.Equal(130, run.ExitCode);
        Assert.Equal("interrupted", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.DoesNotContain("host-died", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_dies_makes_the_check_incomplete()
    {
        _app.Creating = (_, _) => throw new MigrateBothException(ExitCode.Incomplete, "host-died", "The design host died.");

        var run = await RunAsync("--format", "json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("host-died", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("incomplete", run.Json.GetProperty("outcome").GetString());
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task A_signal_while_the_server_comes_up_cleans_up_first()
    {
        using var interruption = new Interruption();
        _app.StartingServer = async (_, cancellationToken) =>
        {
            interruption.Signal(ExitCode.Interrupted);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        };

        var run = await ToolRun.With(_app.Services, _folder.FullName, null, interruption, "verify");

        Assert.Equal(130, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task A_timeout_says_so_and_cleans_up()
    {
        _app.Applying = async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return null;
        };

        var run = await RunAsync("--format", "json", "--timeout", "300ms");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("timed-out", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("0.3 s", run.Json.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task A_fault_of_the_tool_ends_with_70_a_stack_and_where_to_report_it()
    {
        _app.Schemas = (_, _) => throw new InvalidOperationException("a bug with Password=s3cret");

        var run = await RunAsync("--format", "json");

        Assert.Equal(70, run.ExitCode);
        Assert.Equal("internal-error", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Contains("/issues", run.Json.GetProperty("error").GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Contains("   at ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Out + run.Error, StringComparison.Ordinal);
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task Only_history_needs_no_server()
    {
        var run = await RunAsync("--only", "history", "--", "--provider", "Sqlite");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["build", "host --provider Sqlite"], _app.Started);
    }

    [Fact]
    public async Task Only_parity_leaves_the_others_out()
    {
        var run = await RunAsync("--only", "parity", "--format", "json");

        Assert.Equal(["history skipped", "drift skipped", "parity passed"], Stages(run).Take(3));
    }

    [Theory]
    [InlineData("unknown-stage", "--only", "drfit")]
    [InlineData("nothing-to-verify", "--skip", "history,drift,parity,roundtrip,behaviour,tests")]
    [InlineData("invalid-value", "--report", "jsn=x")]
    [InlineData("invalid-value", "--report", "json")]
    [InlineData("invalid-value", "--fail-on", "fatal")]
    public async Task A_wrong_option_is_wrong_usage(string code, string option, string value)
    {
        var run = await RunAsync("--format", "json", option, value);

        Assert.Equal(64, run.ExitCode);
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_app.Started);
    }

    /// <summary>The seal is the last member, and the only one that stdout does not have.</summary>
    private static string WithoutSeal(string report)
    {
        var at = report.LastIndexOf(",\n  \"seal\": {", StringComparison.Ordinal);
        Assert.True(at > 0, report);
        return report[..at] + "\n}\n";
    }

    [Fact]
    public async Task A_report_file_holds_what_stdout_says()
    {
        var run = await RunAsync("--format", "json", "--report", "json=out/verify.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(run.Out, WithoutSeal(File.ReadAllText(Path.Combine(_folder.FullName, "out", "verify.json"))));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.FullName, "out")));
    }

    [Fact]
    public async Task An_option_may_hold_its_value_after_an_equals_sign()
    {
        var run = await RunAsync("--format=json", "--report=json=a.json", "--only=history", "--report=json=b.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(run.Out, WithoutSeal(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "a.json"))));
        Assert.Equal(run.Out, WithoutSeal(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "b.json"))));
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_is_not_a_pass()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "taken", "sub"));

        var run = await RunAsync("--format", "json", "--report", "json=taken");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("report-not-written", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_earlier_report_does_not_survive_a_run_that_ends_early()
    {
        var report = Path.Combine(_folder.FullName, "verify.json");
        await RunAsync("--report", "json=verify.json");
        Assert.True(File.Exists(report));
        _app.Building = _ => throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "The build failed.");

        var run = await RunAsync("--format", "json", "--report", "json=verify.json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(run.Out, File.ReadAllText(report));
        Assert.Equal("build-failed", run.Json.GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_server_that_is_none_is_wrong_usage_before_anything_is_built()
    {
        var services = _app.Services with { Sweepers = new ToolServices().Sweepers };

        var run = await ToolRun.With(services, _folder.FullName, null, null, "verify", "--mysql", "doker", "--format", "json");

        Assert.Equal(64, run.ExitCode);
        Assert.Equal("mysql-server-unknown", run.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_app.Started);
    }

    [Fact]
    public async Task Status_judges_the_histories_alone()
    {
        _app.Models = engine => SampleModels.Of(engine) with { Migrations = engine == Engine.MySql ? [] : SampleModels.Of(engine).Migrations };

        var run = await ToolRun.With(_app.Services, _folder.FullName, null, null, "status", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("status", run.Json.GetProperty("command").GetString());
        Assert.Equal(["history failed"], Stages(run));
        Assert.Equal(["build", "host"], _app.Started);
        Assert.Empty(_app.Alive);
    }

    private Task<ToolRun> RunAsync(params string[] args) => ToolRun.With(_app.Services, _folder.FullName, null, null, ["verify", .. args]);

    private static IEnumerable<string> Stages(ToolRun run) =>
        run.Json.GetProperty("stages").EnumerateArray().Select(stage => $"{stage.GetProperty("name").GetString()} {stage.GetProperty("status").GetString()}");

    private static IEnumerable<string?> Rules(ToolRun run) => run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString());

    private static string WithoutTimes(string json) =>
        string.Join('\n', json.Split('\n').Where(line => !line.Contains("milliseconds", StringComparison.Ordinal)));
}
