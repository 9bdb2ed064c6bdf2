using System.Net;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands.Several;

/// <summary>Tables that the configuration declares not to be the application's.</summary>
public sealed class IgnoredTablesTests : IDisposable
{
    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-ignore-");

    public IgnoredTablesTests()
    {
        _app.Schemas = (engine, connection) => engine == Engine.Sqlite && connection is "migrated" or "model" or "shop.db"
            ? With(engine, "hangfire_jobs", "Hangfire_State")
            : connection.Contains("shop.db", StringComparison.Ordinal) ? With(engine, "hangfire_jobs", "Hangfire_State") : SampleModels.SchemaOf(engine);
        Write("""{ "ignore": ["hangfire_*", "gone_?"] }""");
    }

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("diff", "migrations:sqlite", "sqlite:shop.db")]
    [InlineData("diff", "sqlite:shop.db", "sqlite:other.db")]
    public async Task They_are_left_out_and_every_report_lists_them(params string[] command)
    {
        const string Said = "tables that the configuration ignores (hangfire_*, gone_?): Hangfire_State, hangfire_jobs";
        string[] files = ["json=r.json", "sarif=r.sarif", "junit=r.xml", "markdown=r.md", "html=r.html"];

        var run = await RunAsync([.. command, .. files.SelectMany(file => new[] { "--report", file })]);

        Assert.True(run.ExitCode == 0, run.Out + run.Error);
        Assert.Contains(Said, run.Out, StringComparison.Ordinal);
        Assert.All(files, file => Assert.Contains("Hangfire_State, hangfire_jobs", WebUtility.HtmlDecode(Text(file.Split('=')[1])), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_the_patterns_they_are_found()
    {
        Write("""{ "ignore": ["gone_?"] }""");

        var run = await RunAsync("verify", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("object").GetString() == "hangfire_jobs");
        Assert.Equal("tables that the configuration ignores (gone_?): none is there", Assert.Single(run.Json.GetProperty("ignored").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task Tables_that_the_model_maps_are_still_checked()
    {
        Write("""{ "ignore": ["*"] }""");
        _app.Models = engine => SampleModels.Of(engine) with { Tables = [new ModelTable { Name = "Orders" }] };
        _app.Schemas = (engine, purpose) => engine == Engine.MySql ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

        var run = await RunAsync("verify", "--only", "parity", "--format", "json");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("object").GetString() == "Orders.Total");
        Assert.Contains("checked although the configuration ignores them, because the model maps them: Orders", run.Json.GetProperty("ignored").EnumerateArray().Select(ignored => ignored.GetString()));
    }

    [Fact]
    public async Task An_empty_pattern_is_an_error()
    {
        Write("""{ "ignore": [""] }""");

        Assert.Equal(78, (await RunAsync("verify")).ExitCode);
    }

    private static DatabaseSchema With(Engine engine, params string[] tables)
    {
        var schema = SampleModels.SchemaOf(engine);
        return schema with { Tables = [.. schema.Tables, .. tables.Select(name => schema.Tables[0] with { Name = name })] };
    }

    private void Write(string text) => File.WriteAllText(Path.Combine(_folder.FullName, "migrateboth.json"), text);

    private string Text(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.With(_app.Services, _folder.FullName, null, null, arguments);
}
