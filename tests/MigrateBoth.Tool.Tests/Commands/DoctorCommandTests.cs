using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers.Probing;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private static readonly ServerProbe Docker = new("Docker", true, IsServer: false, "engine 29, API 1.52");
    private static readonly ServerProbe Image = new("image", true, IsServer: true, "mysql:8.4 is there");
    private static readonly ServerProbe NoDocker = new("Docker", null, IsServer: false, "No engine answers Password=s3cret", "Start Docker.");
    private static readonly ServerProbe NoLocal = new("local server", null, IsServer: true, "There is no mysqld.", "Install it.");

    private readonly FakeApplication _app = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-doctor-");

    public void Dispose()
    {
        _app.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Everything_in_place_is_a_clean_bill()
    {
        var run = await RunAsync(Docker, Image, NoLocal);

        Assert.True(run.ExitCode == 0, run.Out);
        Assert.Equal(
            ["configuration ok", ".NET SDK ok", "project ok", "EF Core ok", "SQLite context ok", "MySQL context ok", "Docker ok", "image ok", "local server optional", "MySQL server ok", "leftovers ok"],
            Checks(run));
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task No_way_to_a_server_fails()
    {
        var run = await RunAsync(NoDocker, NoLocal);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("MySQL server failed", Checks(run));
        Assert.DoesNotContain("s3cret", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_depends_on_a_failed_build_is_skipped_and_the_rest_is_looked_at()
    {
        _app.Building = _ => throw new MigrateBothException(ExitCode.Incomplete, "build-failed", "CS1002", "Correct it.");

        var run = await RunAsync(Docker, Image);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["project failed", "EF Core skipped", "SQLite context skipped", "MySQL context skipped", "Docker ok", "image ok"], Checks(run).Skip(2).Take(6));
    }

    [Fact]
    public async Task An_engine_without_a_context_is_named()
    {
        _app.Models = engine => engine == Core.Engine.MySql
            ? throw new MigrateBothException(ExitCode.Configuration, "context-not-found", "No context for MySQL.", "Register one.")
            : SampleModels.Of(engine);

        var run = await RunAsync(Docker, Image);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("SQLite context ok", Checks(run));
        Assert.Contains("MySQL context failed", Checks(run));
        Assert.Empty(_app.Alive);
    }

    [Fact]
    public async Task A_wrong_configuration_is_a_finding_of_the_doctor()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "migrateboth.json"), """{ "projct": "x" }""");

        var run = await RunAsync(Docker, Image);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["configuration failed", ".NET SDK ok", "project skipped"], Checks(run).Take(3));
    }

    [Fact]
    public async Task Text_shows_the_fix_beneath_what_is_wrong()
    {
        var services = _app.Services with { ServerProbes = (_, _) => Task.FromResult<IReadOnlyList<ServerProbe>>([NoDocker]) };

        var run = await ToolRun.With(services, _folder.FullName, null, null, "doctor");

        Assert.Matches("FAILED +MySQL server +none is available\n +fix: Start Docker", run.Out);
        Assert.Contains("1 of 9 need attention.", run.Out, StringComparison.Ordinal);
    }

    private Task<ToolRun> RunAsync(params ServerProbe[] probes) => ToolRun.With(
        _app.Services with { ServerProbes = (_, _) => Task.FromResult<IReadOnlyList<ServerProbe>>(probes) },
        _folder.FullName,
        null,
        null,
        "doctor",
        "--format",
        "json");

    private static IEnumerable<string> Checks(ToolRun run) =>
        run.Json.GetProperty("checks").EnumerateArray().Select(check => $"{check.GetProperty("name").GetString()} {check.GetProperty("status").GetString()}");
}
