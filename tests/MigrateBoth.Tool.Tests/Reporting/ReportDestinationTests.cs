using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Reporting;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Reporting;

/// <summary>Where reports go, through whole command lines.</summary>
public sealed class ReportDestinationTests : IDisposable
{
    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-reports-");

    public ReportDestinationTests() =>
        _app.Schemas = (engine, _) => engine == Engine.MySql ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_kind_is_written_in_one_run()
    {
        var run = await RunAsync(null, [.. ReportFileFormats.Kinds.SelectMany(kind => new[] { "--report", $"{kind}=out/report.{kind}" })]);

        Assert.Equal(1, run.ExitCode);
        Assert.All(ReportFileFormats.Kinds, kind => Assert.Contains("Orders.Total", File.ReadAllText(PathOf($"out/report.{kind}")), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Annotations_go_to_stderr_and_leave_stdout_to_the_result()
    {
        var run = await RunAsync(null, "--format", "json", "--report", "github=-");

        Assert.Contains("::error title=MB3", run.Error, StringComparison.Ordinal);
        Assert.Equal("failed", run.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Another_kind_does_not_go_to_a_stream()
    {
        var run = await RunAsync(null, "--report", "sarif=-");

        Assert.Equal(64, run.ExitCode);
        Assert.Contains("Name a file", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_summary_keeps_what_earlier_commands_of_the_step_wrote()
    {
        await File.WriteAllTextAsync(PathOf("summary.md"), "# From another command\n");
        var environment = new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = PathOf("summary.md") };

        await RunAsync(environment, "--report", "markdown=summary.md");
        await RunAsync(environment, "--report", "markdown=summary.md");

        var text = await File.ReadAllTextAsync(PathOf("summary.md"));
        Assert.StartsWith("# From another command\n## ❌", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("migrate-both verify").Length);
    }

    [Fact]
    public async Task A_step_summary_that_is_nearly_full_is_not_filled_beyond_what_is_accepted()
    {
        await File.WriteAllTextAsync(PathOf("summary.md"), new string('x', (1024 * 1024) - 1500));

        await RunAsync(new Dictionary<string, string> { ["GITHUB_STEP_SUMMARY"] = PathOf("summary.md") }, "--report", "markdown=summary.md");

        Assert.InRange(new FileInfo(PathOf("summary.md")).Length, (1024 * 1024) - 1500, (1024 * 1024) - 1);
    }

    public static TheoryData<string> Kinds => [.. ReportFileFormats.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_report_of_an_earlier_run_is_replaced(string kind)
    {
        foreach (var isSound in new[] { false, true, false })
        {
            _app.Schemas = (engine, _) => engine == Engine.MySql && !isSound ? SampleModels.SchemaOf(engine, "Total") : SampleModels.SchemaOf(engine);
            var run = await RunAsync(null, "--report", $"{kind}=report");

            Assert.Equal(isSound ? 0 : 1, run.ExitCode);
            Assert.Equal(!isSound, (await File.ReadAllTextAsync(PathOf("report"))).Contains("Orders.Total", StringComparison.Ordinal) && !isSound);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_no_report_is_never_replaced(string kind)
    {
        await RunAsync(null, "--report", "junit=earlier.xml");
        var earlier = await File.ReadAllTextAsync(PathOf("earlier.xml"));
        foreach (var (name, text) in new[]
        {
            ("App.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />"), ("appsettings.json", "{ \"schemaVersion\": 1 }"), ("README.md", "# Shop\n"), ("Model.cs", "class Model;\n"), ("build.log", "a.cs(1): error CS0103: no\n"),
            ("results.xml", "<?xml version=\"1.0\"?><testsuites name=\"ours\" />"), ("page.html", "<!DOCTYPE html><title>Shop</title>"), ("shop.db", "SQLite format 3\0"),
        })
        {
            await File.WriteAllTextAsync(PathOf(name), text);
            var run = await RunAsync(null, "--report", "junit=earlier.xml", "--report", $"{kind}={name}");

            Assert.Equal(78, run.ExitCode);
            Assert.Contains("report-would-overwrite", run.Error, StringComparison.Ordinal);
            Assert.Equal(text, await File.ReadAllTextAsync(PathOf(name)));
            Assert.Equal(earlier, await File.ReadAllTextAsync(PathOf("earlier.xml")));
        }
    }

    [Fact]
    public async Task Results_replace_no_other_file_either()
    {
        await File.WriteAllTextAsync(PathOf("App.csproj"), "<Project />");
        var run = await ToolRun.With(_app.Services, _folder.FullName, null, null, "test", "--tests", ".", "--results", "App.csproj");

        Assert.Equal(78, run.ExitCode);
        Assert.Equal("<Project />", await File.ReadAllTextAsync(PathOf("App.csproj")));
    }

    [Fact]
    public async Task A_build_that_fails_is_in_the_reports_too()
    {
        _app.Building = _ => throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "The build failed.", "Correct it.");

        var run = await RunAsync(null, "--report", "junit=report.xml", "--report", "github=-");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("::error title=migrate-both verify%3A build-failed::The build failed.", run.Error, StringComparison.Ordinal);
        Assert.Contains("errors=\"1\"", await File.ReadAllTextAsync(PathOf("report.xml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_fails_the_check_and_keeps_none_of_the_others_back()
    {
        await File.WriteAllTextAsync(PathOf("file"), "in the way");

        var run = await RunAsync(null, "--report", "junit=file/report.xml", "--report", "sarif=report.sarif");

        Assert.Equal(2, run.ExitCode);
        Assert.True(File.Exists(PathOf("report.sarif")));
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private Task<ToolRun> RunAsync(IReadOnlyDictionary<string, string>? environment, params string[] args) =>
        ToolRun.With(_app.Services, _folder.FullName, environment, null, ["verify", .. args]);
}
