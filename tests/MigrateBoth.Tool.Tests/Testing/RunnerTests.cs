using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Testing;
using MigrateBoth.Tool.Testing.Runners;

namespace MigrateBoth.Tool.Tests.Testing;

/// <summary>What differs between VSTest, xUnit v3's own runner and Microsoft.Testing.Platform.</summary>
public sealed class RunnerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-runner-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_filter_reaches_every_runner_as_it_was_written()
    {
        var selection = new TestSelection("FullyQualifiedName~Orders");

        Assert.Contains("--TestCaseFilter:FullyQualifiedName~Orders", new VsTestRunner(null).RunArguments("a.dll", selection, ResultFile));
        Assert.Equal(["-filterVSTest", "FullyQualifiedName~Orders"], new XunitRunner("-trx").RunArguments("a.dll", selection, ResultFile).TakeLast(2));
        Assert.Equal(["--filter", "FullyQualifiedName~Orders"], new TestingPlatformRunner("--filter", "--report-trx").RunArguments("a.dll", selection, ResultFile).TakeLast(2));
        Assert.Equal(["--treenode-filter", "/*/*/Orders/*"], new TestingPlatformRunner("--treenode-filter", "--report-trx").RunArguments("a.dll", new TestSelection("/*/*/Orders/*"), ResultFile).TakeLast(2));
    }

    [Fact]
    public void A_part_of_a_suite_is_cut_out_of_what_the_filter_leaves()
    {
        Assert.Equal("(Category=Fast)&(FullyQualifiedName~N.A.|FullyQualifiedName~N.B.)", VsTestFilter.Of(new TestSelection("Category=Fast", Classes: ["N.A", "N.B"])));
        Assert.Equal(@"FullyQualifiedName~N.A.M\(x\)", VsTestFilter.Of(new TestSelection(null, Methods: ["N.A.M(x)"])));
        Assert.Null(VsTestFilter.Of(new TestSelection(null)));
        var tree = new TestingPlatformRunner("--treenode-filter", "--report-trx");
        Assert.Equal("/*/*/(A*)|(B*)/*", tree.RunArguments("a.dll", new TestSelection(null, Classes: ["N.A", "N.B"]), ResultFile)[^1]);
        Assert.Equal(ExitCode.Usage, Assert.Throws<MigrateBothException>(() => tree.RunArguments("a.dll", new TestSelection("x", Classes: ["N.A"]), ResultFile)).ExitCode);
        Assert.Equal("filter-not-possible", Assert.Throws<MigrateBothException>(() => new TestingPlatformRunner(null, "--report-trx").RunArguments("a.dll", new TestSelection("x"), ResultFile)).Code);
    }

    [Theory]
    [InlineData("  --report-trx  Enable generating TRX report\n  --filter  Filters", typeof(TestingPlatformRunner))]
    [InlineData("  --report-xunit-trx\n  --treenode-filter", typeof(TestingPlatformRunner))]
    [InlineData("  -result-trx <file>", typeof(XunitRunner))]
    public void A_program_is_asked_what_it_can_do(string help, Type runner) => Assert.IsType(runner, TestRunners.OfHelp(help, "P.csproj"));

    [Fact]
    public void A_program_that_writes_no_results_is_refused_with_the_package_that_it_lacks()
    {
        var exception = Assert.Throws<MigrateBothException>(() => TestRunners.OfHelp("  --list-tests", "P.csproj"));

        Assert.Equal((ExitCode.Incomplete, "test-results-not-available"), (exception.ExitCode, exception.Code));
        Assert.Contains("TrxReport", exception.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_is_none_of_a_test_framework_has_no_runner() =>
        Assert.Null(await TestRunners.FindAsync("P.csproj", "a.dll", new Dictionary<string, string> { ["IsTestProject"] = "" }, CancellationToken.None));

    [Fact]
    public void Every_runner_s_lines_tell_what_ended_and_how()
    {
        Assert.Equal(new TestSighting("N.C.T(x: 1)", TestOutcome.Passed), new VsTestRunner(null).Read("  Passed N.C.T(x: 1) [< 1 ms]"));
        Assert.Equal(new TestSighting("N.C.T", TestOutcome.Failed), new VsTestRunner(null).Read("  Failed N.C.T [1 s]"));
        Assert.Null(new VsTestRunner(null).Read("Passed!  - Failed: 0"));
        Assert.Equal(new TestSighting("N.C.T", Outcome: null), new XunitRunner("-trx").Read("    N.C.T [STARTING]"));
        Assert.Equal(new TestSighting("N.C.T", TestOutcome.Skipped), new XunitRunner("-trx").Read("    N.C.T [SKIP]"));
        Assert.Equal(new TestSighting("N.C.T", TestOutcome.Failed), new TestingPlatformRunner(null, "--report-trx").Read("failed N.C.T (1s 20ms)"));
        Assert.Null(new TestingPlatformRunner(null, "--report-trx").Read("Test run summary: Passed!"));
    }

    [Fact]
    public void Every_runner_s_list_gives_the_classes()
    {
        var list = Path.Combine(_folder.FullName, "list.txt");
        File.WriteAllText(list, "N.A.One\nN.A.Two(\"a.b\")\nN.Outer+B.One\n");

        Assert.Equal(["N.A", "N.Outer+B"], new VsTestRunner(null).ReadClasses(string.Empty, list));
        Assert.Empty(new VsTestRunner(null).ReadClasses("N.A.One", Path.Combine(_folder.FullName, "nothing.txt")));
        Assert.Equal(["N.A", "N.B"], new XunitRunner("-trx").ReadClasses("N.A\nN.B\n", list));
        Assert.Equal(
            ["N.A", "B"],
            new TestingPlatformRunner(null, "--report-trx").ReadClasses(
                """banner { "tests": [ { "type": { "namespace": "N", "typeName": "A" } }, { "type": { "namespace": "N", "typeName": "A" } }, { "type": { "namespace": "", "typeName": "B" } }, { } ] }""", list));
    }

    [Fact]
    public void A_test_process_gets_engine_and_database_in_both_forms_and_nothing_overrides_it()
    {
        var mySql = TestEnvironment.Of(new Database(Engine.MySql, "Server=127.0.0.1;Port=3307;User ID=ro ot;Password=p@ss;Database=d"), "/rec", new Dictionary<string, string> { ["MIGRATEBOTH_ENGINE"] = "sqlite", ["OWN"] = "1" });
        var sqlite = TestEnvironment.Of(new Database(Engine.Sqlite, "Data Source=/tmp/x y.db") { Name = "/tmp/x y.db" }, "/rec", new Dictionary<string, string>());

        Assert.Equal(("mysql", "mysql", "1"), (mySql["MIGRATEBOTH_ENGINE"], mySql["DATABASE_TYPE"], mySql["OWN"]));
        Assert.Equal("mysql://ro%20ot:p%40ss@127.0.0.1:3307/d", mySql["DATABASE_URL"]);
        Assert.Equal("/rec", mySql["MIGRATEBOTH_RECORDING"]);
        Assert.Equal(("sqlite", "sqlite", "sqlite:////tmp/x%20y.db"), (sqlite["MIGRATEBOTH_ENGINE"], sqlite["DATABASE_TYPE"], sqlite["DATABASE_URL"]));
        Assert.False(sqlite.ContainsKey("MIGRATEBOTH_MYSQL"));
    }

    [Fact]
    public void A_line_of_the_display_counts_what_has_ended_and_names_the_last()
    {
        using var step = new Step();
        var progress = new EngineProgress(step);

        progress.Ended(new TestSighting("N.A.One", TestOutcome.Passed));
        progress.Ended(new TestSighting("N.A.Two", TestOutcome.Failed));
        progress.Ended(new TestSighting("N.A.Three", TestOutcome.Skipped));
        progress.End(new EngineRun { Engine = Engine.MySql, Obstacles = [new SuiteObstacle(Engine.MySql, "crashed", null)] });

        Assert.Equal(["1 passed, 0 failed  N.A.One", "1 passed, 1 failed  N.A.Two", "1 passed, 1 failed, 1 skipped  N.A.Three", "! 0 passed, 0 failed, not complete"], step.Said);
    }

    private string ResultFile => Path.Combine(_folder.FullName, "P.trx");

    private sealed class Database(Engine engine, string connectionString) : IScratchDatabase
    {
        public Engine Engine => engine;

        public string Name { get; init; } = "d";

        public string ConnectionString => connectionString;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Step : IProgressStep
    {
        public List<string> Said { get; } = [];

        public void Update(string text) => Said.Add(text);

        public void Succeed(string? note = null) => Said.Add($"= {note}");

        public void Fail(string? note = null) => Said.Add($"! {note}");

        public void Dispose()
        {
        }
    }
}
