using System.Diagnostics;
using System.Xml.Linq;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Tests.CommandLine;

namespace MigrateBoth.Tool.Tests.Testing;

/// <summary><c>test</c> with test processes that pass, fail, crash, hang and lie.</summary>
public sealed class TestCommandTests : IDisposable
{
    private static readonly string[] Both = ["N.A.One", "N.A.Two"];

    private readonly ScriptedSuite _suite = new();

    public void Dispose() => _suite.Dispose();

    [Fact]
    public async Task A_suite_that_is_the_same_on_both_engines_passes()
    {
        var run = await _suite.RunAsync("test", "--report", "trx=r.trx", "--report", "junit=r.xml", "--report", "markdown=r.md", "--report", "html=r.html");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal(["N.A.One same", "N.A.Two same"], Tests(run));
        Assert.Equal(4, XDocument.Load(_suite.PathOf("r.trx")).Descendants().Count(element => element.Name.LocalName == "UnitTestResult"));
        Assert.Equal(4, XDocument.Load(_suite.PathOf("r.xml")).Descendants("testcase").Count(test => ((string)test.Attribute("name")!).Contains("N.A.", StringComparison.Ordinal) || ((string)test.Attribute("classname")!).Contains("N.A", StringComparison.Ordinal)));
        // On a page for people what is the same on both engines is a number.
        Assert.Contains("2 the same", await File.ReadAllTextAsync(_suite.PathOf("r.md")), StringComparison.Ordinal);
        Assert.Contains("N.A.Two", await File.ReadAllTextAsync(_suite.PathOf("r.html")), StringComparison.Ordinal);
        Assert.Empty(_suite.Application.Alive);
    }

    [Fact]
    public async Task A_server_that_is_not_the_named_one_is_incomplete()
    {
        _suite.Application.StartingServer = (engine, _) => engine == Engine.MySql
            ? throw new MigrateBothException(ExitCode.Incomplete, "mysql-not-as-required", "The given server does not meet the requirement: it is MariaDB 10.11.", "Name another.")
            : Task.CompletedTask;

        var run = await _suite.RunAsync("test", "--mysql-image", "mysql:9.7");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("does not meet the requirement", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_engines_run_at_the_same_time_after_one_build_during_which_the_server_comes_up()
    {
        foreach (var (engine, other) in new[] { (Engine.Sqlite, Engine.MySql), (Engine.MySql, Engine.Sqlite) })
        {
            // Each waits for the other: one after the other would never end.
            _suite.Script(
                engine, $"touch {engine.Id()}.here", $"await {other.Id()}.here",
                _suite.Results(engine, [.. Both.Select(test => (test, "Passed", (string?)null))]), _suite.Recording(engine, Both));
        }

        var server = new TaskCompletionSource();
        var builds = 0;
        _suite.Application.StartingServer = (_, _) =>
        {
            server.SetResult();
            return Task.CompletedTask;
        };
        _suite.BuildingTests = () =>
        {
            builds++;
            return server.Task.WaitAsync(TimeSpan.FromMinutes(1));
        };

        var run = await _suite.RunAsync("test", "--test-timeout", "1m");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal(1, builds);
        Assert.Contains("tests on SQLite: 2 passed, 0 failed", run.Error, StringComparison.Ordinal);
        Assert.Contains("tests on MySQL: 2 passed, 0 failed", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_engine_has_databases_of_its_own_that_are_gone_afterwards()
    {
        var made = new List<string>();
        _suite.Application.CreatingDatabase = (engine, purpose) =>
        {
            lock (made)
            {
                made.Add($"{engine.Id()} {purpose}");
            }
        };

        await _suite.RunAsync("test");

        Assert.Equal(["mysql alive", "mysql tests", "sqlite alive", "sqlite tests"], made.Order(StringComparer.Ordinal));
        Assert.Empty(_suite.Application.Alive);
    }

    [Fact]
    public async Task A_suite_that_records_nothing_is_compared_by_its_outcomes_and_says_so()
    {
        foreach (var engine in EngineNames.All)
        {
            _suite.Script(engine, _suite.Results(engine, ("N.A.One", engine == Engine.Sqlite ? "Passed" : "Failed", "no")), "exit 1");
        }

        var run = await IncompleteAsync("MB961");

        Assert.Contains("MB602 N.A.One", Findings(run));
    }

    [Fact]
    public async Task A_crash_on_one_engine_is_incomplete_and_names_what_ran()
    {
        _suite.Script(Engine.MySql, "say passed N.A.One", "say starting N.A.Two", "say last words", "crash");

        var run = await IncompleteAsync("N.A.Two", "MySQL");

        Assert.Contains("last words", Reasons(run), StringComparison.Ordinal);
        Assert.DoesNotContain(run.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("rule").GetString() == "MB601");
    }

    [Fact]
    public async Task A_hang_on_one_engine_ends_at_the_time_limit_and_names_what_ran()
    {
        _suite.Script(Engine.Sqlite, $"touch pid", "say starting N.A.One", "hang");

        await IncompleteAsync(["--test-timeout", "3s"], "N.A.One", "3 s", "SQLite");

        var pid = int.Parse(await File.ReadAllTextAsync(_suite.PathOf("Suite.Tests/pid")), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid));
    }

    [Fact]
    public async Task A_process_that_ends_itself_with_code_0_has_run_nothing()
    {
        foreach (var engine in EngineNames.All)
        {
            _suite.Script(engine, "exit 0");
        }

        await IncompleteAsync("left no results");
    }

    [Fact]
    public async Task A_project_without_tests_is_not_hidden_by_one_that_has_some()
    {
        _suite.Name(ScriptedSuite.Project, "Empty.Tests");
        foreach (var engine in EngineNames.All)
        {
            _suite.Script("Empty.Tests", engine.Id(), "say No test is available in Empty.Tests.dll.", "exit 0");
        }

        await IncompleteAsync("No test of Empty.Tests ran");
    }

    [Fact]
    public async Task No_test_on_one_engine_is_incomplete()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql));

        await IncompleteAsync("No test of Suite.Tests ran on MySQL");
    }

    [Fact]
    public async Task A_filter_that_fits_nothing_is_incomplete()
    {
        foreach (var engine in EngineNames.All)
        {
            _suite.Script(engine, "say No test matches the given testcase filter `x` in Suite.Tests.dll", "exit 0");
        }

        await IncompleteAsync(["--filter", "x"], "no tests were found");
    }

    [Fact]
    public async Task Tests_that_all_skip_themselves_prove_nothing()
    {
        foreach (var engine in EngineNames.All)
        {
            _suite.Script(engine, _suite.Results(engine, ("N.A.One", "NotExecuted", "no server")), _suite.Recording(engine, []));
        }

        await IncompleteAsync("all 1 tests were skipped");
    }

    [Fact]
    public async Task A_test_that_ran_on_one_engine_only_fails()
    {
        _suite.Behave(Engine.MySql, "N.A.One");

        var run = await _suite.RunAsync("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["MB601 N.A.Two"], Findings(run));
    }

    [Fact]
    public async Task Rows_of_a_theory_that_are_shown_differently_ran_on_one_engine_only()
    {
        _suite.Behave(Engine.Sqlite, "N.A.One(path: /tmp/a)");
        _suite.Behave(Engine.MySql, "N.A.One(path: /tmp/b)");

        var run = await _suite.RunAsync("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("MB601 N.A.One(path: /tmp/a)", Findings(run));
        Assert.Contains("MB601 N.A.One(path: /tmp/b)", Findings(run));
    }

    [Fact]
    public async Task A_recording_that_is_missing_on_one_engine_is_incomplete()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]));

        await IncompleteAsync("recorded what it read and wrote on one engine and nothing on MySQL");
    }

    [Fact]
    public async Task A_recording_that_was_cut_off_is_incomplete_and_names_what_ran()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]), _suite.Recording(Engine.MySql, Both, running: true));

        await IncompleteAsync("is incomplete", "N.A.Two");
    }

    [Fact]
    public async Task A_recording_that_is_damaged_is_incomplete()
    {
        var line = _suite.Recording(Engine.MySql, Both);
        var file = _suite.PathOf("Suite.Tests/" + line.Split(' ')[1]);
        var lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, [lines[0], "{\"broken", .. lines[2..]]);
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]), line);

        await IncompleteAsync("cannot be read");
    }

    [Fact]
    public async Task Tests_that_choose_their_engine_themselves_are_not_compared_with_themselves()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]), _suite.Recording(Engine.Sqlite, Both));

        await IncompleteAsync("used sqlite", "MIGRATEBOTH_ENGINE");
    }

    [Fact]
    public async Task Results_that_were_cut_off_are_incomplete()
    {
        var line = _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]);
        var file = _suite.PathOf("Suite.Tests/" + line.Split(' ')[1]);
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file))[..200]);
        _suite.Script(Engine.MySql, line, _suite.Recording(Engine.MySql, Both));

        await IncompleteAsync("cannot be read");
    }

    [Fact]
    public async Task An_exit_code_that_no_failing_test_explains_is_incomplete()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]), _suite.Recording(Engine.MySql, Both), "exit 3");

        await IncompleteAsync("code 3 although no test failed");
    }

    [Fact]
    public async Task A_server_that_does_not_come_up_is_incomplete()
    {
        _suite.Application.StartingServer = (_, _) => throw new MigrateBothException(ExitCode.Incomplete, "mysql-unavailable", "No MySQL at Server=h;Password=s3cret.", "Start Docker.");

        var run = await IncompleteAsync("No MySQL");

        Assert.DoesNotContain("s3cret", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_lost_in_mid_run_is_incomplete()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, ("N.A.One", "Passed", null), ("N.A.Two", "Failed", "Unable to connect")), _suite.Recording(Engine.MySql, Both), "exit 1");
        _suite.Application.CreatingDatabase = (engine, purpose) =>
        {
            if (engine == Engine.MySql && purpose == "alive")
            {
                throw new MigrateBothException(ExitCode.Incomplete, "mysql-unreachable", "Connection refused.");
            }
        };

        await IncompleteAsync("The server was lost while the tests ran on MySQL");
    }

    [Fact]
    public async Task A_difference_that_comes_back_is_reported_and_one_that_does_not_is_flaky()
    {
        (string, string, string?)[] passed = [.. Both.Select(test => (test, "Passed", (string?)null))];
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, passed), _suite.Recording(Engine.MySql, Both, "n:2"));

        Assert.Equal(["MB614 N.A.One", "MB614 N.A.Two"], Findings(await _suite.RunAsync("test")));

        _suite.ScriptAgain(Engine.MySql, _suite.Results(Engine.MySql, passed), _suite.Recording(Engine.MySql, Both));
        var run = await _suite.RunAsync("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["MB607 N.A.One", "MB607 N.A.Two"], Findings(run));
        Assert.Equal(["N.A.One flaky", "N.A.Two flaky"], Tests(run));
    }

    [Fact]
    public async Task A_second_run_that_crashes_excuses_nothing()
    {
        _suite.Script(Engine.MySql, _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]), _suite.Recording(Engine.MySql, Both, "n:2"));
        _suite.ScriptAgain(Engine.MySql, "crash");

        Assert.Equal(["MB614 N.A.One", "MB614 N.A.Two"], Findings(await _suite.RunAsync("test")));
    }

    [Fact]
    public async Task Tests_of_one_name_in_two_projects_are_two_tests()
    {
        _suite.Name(ScriptedSuite.Project, "Other.Tests");
        foreach (var engine in EngineNames.All)
        {
            var value = engine == Engine.Sqlite ? "n:1" : "n:2";
            _suite.Script("Other.Tests", engine.Id(), _suite.Results("Other.Tests", engine, ("N.A.One", "Passed", null)), _suite.Recording("Other.Tests", engine, ["N.A.One"], value));
        }

        var run = await _suite.RunAsync("test");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["MB614 N.A.One"], Findings(run));
        Assert.Equal(["N.A.One different", "N.A.One same", "N.A.Two same"], Tests(run));
    }

    [Fact]
    public async Task A_process_that_prints_without_end_is_read_to_its_end()
    {
        _suite.Script(Engine.MySql, "shout 64", _suite.Results(Engine.MySql, [.. Both.Select(test => (test, "Passed", (string?)null))]), _suite.Recording(Engine.MySql, Both));

        Assert.Equal(0, (await _suite.RunAsync("test")).ExitCode);
    }

    [Fact]
    public async Task A_signal_ends_the_test_processes_and_removes_everything()
    {
        using var interruption = new Interruption();
        foreach (var engine in EngineNames.All)
        {
            _suite.Script(engine, $"touch {engine.Id()}.pid", "hang");
        }

        var running = _suite.RunAsync(interruption, "test");
        var files = EngineNames.All.Select(engine => _suite.PathOf($"Suite.Tests/{engine.Id()}.pid")).ToList();
        while (!files.TrueForAll(file => File.Exists(file) && new FileInfo(file).Length > 0))
        {
            await Task.Delay(20);
        }

        var pids = files.ConvertAll(file => int.Parse(File.ReadAllText(file), System.Globalization.CultureInfo.InvariantCulture));
        interruption.Signal(ExitCode.Interrupted);
        var run = await running;

        Assert.Equal(130, run.ExitCode);
        Assert.All(pids, pid => Assert.Throws<ArgumentException>(() => Process.GetProcessById(pid)));
        Assert.Empty(_suite.Application.Alive);
    }

    private Task<ToolRun> IncompleteAsync(params string[] says) => IncompleteAsync([], says);

    /// <summary>Exit code 2, with all of these words in the report, and nothing left.</summary>
    private async Task<ToolRun> IncompleteAsync(string[] options, params string[] says)
    {
        var run = await _suite.RunAsync(["test", .. options]);

        Assert.True(run.ExitCode == 2, run.Out + run.Error);
        Assert.Equal("incomplete", run.Json.GetProperty("outcome").GetString());
        Assert.All(says, word => Assert.Contains(word, run.Out, StringComparison.Ordinal));
        Assert.Empty(_suite.Application.Alive);
        return run;
    }

    private static string Reasons(ToolRun run) =>
        string.Join('\n', run.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()));

    private static IEnumerable<string> Findings(ToolRun run) =>
        run.Json.GetProperty("findings").EnumerateArray().Select(finding => $"{finding.GetProperty("rule").GetString()} {finding.GetProperty("object").GetString()}");

    private static IEnumerable<string> Tests(ToolRun run) =>
        run.Json.GetProperty("tests").EnumerateArray().Select(test => $"{test.GetProperty("name").GetString()} {test.GetProperty("verdict").GetString()}");
}
