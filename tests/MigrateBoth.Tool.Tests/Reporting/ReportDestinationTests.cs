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

    [Fact]
    public async Task A_file_of_its_own_is_replaced()
    {
        await File.WriteAllTextAsync(PathOf("report.md"), "old");

        await RunAsync(null, "--report", "markdown=report.md");

        Assert.StartsWith("## ❌", await File.ReadAllTextAsync(PathOf("report.md")), StringComparison.Ordinal);
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
