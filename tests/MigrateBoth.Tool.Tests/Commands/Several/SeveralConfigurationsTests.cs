using System.Text.Json;
using System.Xml.Linq;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Several;

/// <summary>An application with two contexts, each with a configuration of its own.</summary>
public sealed class SeveralConfigurationsTests : IDisposable
{
    private const string Main = "migrateboth.json";
    private const string Identity = "migrateboth.Identity.json";

    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-several-");

    public SeveralConfigurationsTests()
    {
        Write(Main, """{ "context": "App.AppContext" }""");
        Write(Identity, """{ "context": "App.IdentityContext" }""");
        _app.ModelsOf = (configuration, engine) => configuration.Context == "App.AppContext" ? SampleModels.Of(engine) : IdentityOf(engine);
    }

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("verify")]
    [InlineData("list")]
    public async Task Configurations_side_by_side_are_all_checked(string command)
    {
        var text = await RunAsync(command);
        var json = await RunAsync(command, "--format", "json");

        Assert.True(text.ExitCode == 0, text.Out + text.Error);
        Assert.EndsWith($"Passed: {Main} passed, {Identity} passed.\n", text.Out, StringComparison.Ordinal);
        Assert.Equal([Main, Identity], Names(json.Json));
        Assert.Equal("passed", json.Json.GetProperty("outcome").GetString());
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task The_second_context_fails_the_check_and_is_named()
    {
        PendingIn("App.IdentityContext");

        var run = await RunAsync("status", "--format", "json");
        var text = await RunAsync("status");

        Assert.Equal((1, 1), (run.ExitCode, text.ExitCode));
        Assert.Equal([0, 1], run.Json.GetProperty("configurations").EnumerateArray().Select(one => one.GetProperty("exitCode").GetInt32()));
        Assert.All(run.Json.GetProperty("findings").EnumerateArray(), finding => Assert.Equal(Identity, finding.GetProperty("configuration").GetString()));
        Assert.Equal(run.Json.GetProperty("findings").GetArrayLength(), run.Json.GetProperty("summary").GetProperty("error").GetInt32());
        Assert.Contains($"Failed: {Main} passed, {Identity} failed. Worst: MB101", text.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_configuration_that_is_wrong_ends_its_own_check_only_and_is_the_worst_result()
    {
        Write(Identity, """{ "contxt": "App.IdentityContext" }""");
        PendingIn("App.AppContext");

        var run = await RunAsync("status", "--format", "json", "--report", "json=out.json");

        Assert.Equal(78, run.ExitCode);
        Assert.Equal([1, 78], run.Json.GetProperty("configurations").EnumerateArray().Select(one => one.GetProperty("exitCode").GetInt32()));
        Assert.Contains($"{Identity}:", run.Error, StringComparison.Ordinal);
        Assert.Contains("contxt", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Read("out.json").GetProperty("configurations").GetArrayLength());
    }

    [Theory]
    [InlineData("--config", Identity)]
    [InlineData("--context", "IdentityContext")]
    public async Task One_of_them_is_checked_where_it_is_named(string option, string value)
    {
        PendingIn("App.AppContext");

        var run = await RunAsync("status", option, value, "--format", "json");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Equal("App.IdentityContext", run.Json.GetProperty("model").GetProperty("context").GetString());
    }

    [Theory]
    [InlineData("add", "AddPhone")]
    [InlineData("remove")]
    [InlineData("apply", "--sqlite", "app.db")]
    [InlineData("script", "--output", "sql")]
    [InlineData("test", "--shard", "1/2")]
    public async Task A_command_that_works_on_one_names_both_and_guesses_none(params string[] command)
    {
        var run = await RunAsync([.. command, "--format", "json"]);
        var named = await RunAsync([.. command, "--context", "IdentityContext", "--format", "json"]);

        Assert.Equal(78, run.ExitCode);
        var error = run.Json.GetProperty("error");
        Assert.Equal("configuration-ambiguous", error.GetProperty("code").GetString());
        Assert.StartsWith($"{Main} and {Identity} are in the same folder", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains($"--config {Identity}, or --context", error.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("configuration-ambiguous", named.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_suites_of_all_that_name_one_are_run()
    {
        Write("App.Tests/App.Tests.csproj", "<Project");
        Write(Identity, """{ "context": "App.IdentityContext", "tests": ["App.Tests"] }""");
        var one = await RunAsync("test", "--format", "json");
        Write(Main, """{ "context": "App.AppContext", "tests": ["App.Tests"] }""");
        var both = await RunAsync("test", "--format", "json");

        Assert.False(one.Json.TryGetProperty("configurations", out _), one.Out);
        Assert.Equal("build-failed", one.Json.GetProperty("error").GetProperty("code").GetString());
        Assert.Equal([Main, Identity], Names(both.Json));
    }

    [Fact]
    public async Task All_are_those_of_the_folders_below_as_well()
    {
        Write("src/Billing/migrateboth.json", """{ "context": "App.BillingContext" }""");
        Write("src/Billing/obj/migrateboth.json", "{ not a configuration");

        var nearest = await RunAsync("status", "--format", "json");
        var all = await RunAsync("status", "--all", "--format", "json");
        var below = await ToolRun.With(_app.Services, Path.Combine(_folder.FullName, "src"), null, null, "status", "--all", "--format", "json");

        Assert.Equal([Main, Identity], Names(nearest.Json));
        Assert.Equal([Main, Identity, "src/Billing/migrateboth.json"], Names(all.Json));
        Assert.Equal([$"../{Main}", $"../{Identity}", "Billing/migrateboth.json"], Names(below.Json));
        Assert.Equal(64, (await RunAsync("status", "--all", "--config", Main)).ExitCode);
    }

    [Fact]
    public async Task A_report_and_the_schema_beside_them_are_no_configurations()
    {
        Assert.Equal(0, (await RunAsync("status", "--report", "json=migrateboth.status.json")).ExitCode);
        await RunAsync("schema", "--output", "migrateboth.schema.json");

        var run = await RunAsync("status", "--format", "json");

        Assert.Equal([Main, Identity], Names(run.Json));
    }

    [Fact]
    public async Task Every_report_tells_both()
    {
        PendingIn("App.IdentityContext");
        string[] reports = ["json=r.json", "sarif=r.sarif", "junit=r.xml", "markdown=r.md", "html=r.html", "msbuild=r.txt"];

        Assert.Equal(1, (await RunAsync(["status", .. reports.SelectMany(report => new[] { "--report", report })])).ExitCode);
        // A second run replaces its own reports.
        Assert.Equal(1, (await RunAsync(["status", .. reports.SelectMany(report => new[] { "--report", report })])).ExitCode);

        Assert.Equal([Main, Identity], Names(Read("r.json")));
        var runs = Read("r.sarif").GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal([$"migrate-both/status/{Main}/", $"migrate-both/status/{Identity}/"], runs.Select(run => run.GetProperty("automationDetails").GetProperty("id").GetString()));
        Assert.Equal([0, 2], runs.Select(run => run.GetProperty("results").GetArrayLength()));
        var junit = XDocument.Parse(Text("r.xml")).Root!;
        Assert.Equal([$"migrate-both.{Main}.history", $"migrate-both.{Identity}.history"], junit.Elements("testsuite").Select(suite => (string)suite.Attribute("name")!));
        Assert.Equal("2", (string)junit.Attribute("failures")!);
        Assert.Contains($"migrate-both status ({Identity}): failed", Text("r.md").Replace("\\", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("MB101", Text("r.txt"), StringComparison.Ordinal);
        Assert.Contains("\"passed\"", Text("r.html"), StringComparison.Ordinal);
        Assert.Contains("\"failed\"", Text("r.Identity.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_build_checks_the_configurations_of_its_own_start_up_project_and_names_the_others()
    {
        Write("Web/Web.csproj", "<Project/>");
        Write("Worker/Worker.csproj", "<Project/>");
        Write(Main, """{ "context": "App.AppContext", "startupProject": "Web" }""");
        Write(Identity, """{ "context": "App.IdentityContext", "startupProject": "Web/Web.csproj" }""");
        Write("migrateboth.Worker.json", """{ "context": "App.WorkerContext", "startupProject": "Worker" }""");

        var run = await ToolRun.With(
            _app.Services, _folder.FullName, new Dictionary<string, string> { ["MIGRATEBOTH_BUILT_PROJECT"] = Path.Combine(_folder.FullName, "Web", "Web.csproj") }, null, "status");

        Assert.Contains($"Passed: {Main} passed, {Identity} passed.", run.Out, StringComparison.Ordinal);
        Assert.Contains("migrateboth.Worker.json starts another project", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("migrations:sqlite", "sqlite:shared.db")]
    [InlineData("migrations:mysql", "mysql:Server=db.local;Database=shared;User ID=reader;Password=x")]
    public async Task A_database_that_two_contexts_share_has_the_tables_and_migrations_of_both(string expected, string database)
    {
        ShareDatabase();

        var run = await RunAsync("diff", expected, database, "--format", "json");

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains($"tables of {Identity}: Users", run.Json.GetProperty("ignored").EnumerateArray().Select(ignored => ignored.GetString()));

        File.Delete(Path.Combine(_folder.FullName, Identity));
        var alone = await RunAsync("diff", expected, database, "--format", "json");
        Assert.Equal(["MB121", "MB212"], alone.Json.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_read_of_another_configuration_counts_as_unknown()
    {
        ShareDatabase();
        Write(Identity, "{ broken");

        var run = await RunAsync("diff", "migrations:sqlite", "sqlite:shared.db");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{Identity} could not be read", run.Error, StringComparison.Ordinal);
    }

    private void ShareDatabase()
    {
        _app.Recorded = _ => ["20260101000000_Init", "20260102000000_Users"];
        _app.Schemas = (engine, connection) => connection.Contains("shared", StringComparison.Ordinal)
            ? SampleModels.SchemaOf(engine) with { Tables = [.. SampleModels.SchemaOf(engine).Tables, SampleModels.SchemaOf(engine).Tables[0] with { Name = "Users" }] }
            : SampleModels.SchemaOf(engine);
    }

    private void PendingIn(string context) => _app.ModelsOf = (configuration, engine) =>
        (configuration.Context == "App.AppContext" ? SampleModels.Of(engine) : IdentityOf(engine)) with
        {
            PendingOperations = configuration.Context == context ? [FakeDesignHost.Operation("add column")] : [],
            PendingSql = configuration.Context == context ? ["ALTER TABLE x ADD y;"] : [],
        };

    private static EngineModel IdentityOf(Engine engine) => SampleModels.Of(engine) with
    {
        ContextType = "App.IdentityContext",
        Tables = [new ModelTable { Name = "Users" }],
        Migrations = [new() { Id = "20260102000000_Users", Name = "Users", TypeName = $"App.{engine}.Users", HasTargetModel = true }],
    };

    private static IEnumerable<string?> Names(JsonElement document) => document.GetProperty("configurations").EnumerateArray().Select(one => one.GetProperty("configuration").GetString());

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    private JsonElement Read(string name) => JsonDocument.Parse(Text(name)).RootElement;

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.With(_app.Services, _folder.FullName, null, null, arguments);
}
