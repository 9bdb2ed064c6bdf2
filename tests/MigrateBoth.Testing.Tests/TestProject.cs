using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;

using MigrateBoth.Core.Recordings;

namespace MigrateBoth.Testing.Tests;

/// <summary>A test project of this repository, built and run as its owner would.</summary>
internal sealed class TestProject : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("migrateboth-test-project").FullName;
    private readonly string _project;

    /// <summary>Names a project by its path in the repository.</summary>
    public TestProject(string path) => _project = Path.Combine(Metadata("RepositoryRoot"), path);

    public async Task BuildAsync()
    {
        var (exitCode, output) = await RunAsync([], "build", _project, "--configuration", Metadata("Configuration"), "--nologo", "-v", "quiet");
        Assert.True(exitCode == 0, output);
    }

    /// <summary>Runs the tests on an engine, with a recording.</summary>
    public async Task<TestProjectRun> TestAsync(string engine, string? server)
    {
        var recording = Path.Combine(_directory, engine);
        var temporary = Directory.CreateDirectory(Path.Combine(_directory, "tmp-" + engine)).FullName;
        var (exitCode, output) = await RunAsync(
            new()
            {
                ["MIGRATEBOTH_ENGINE"] = engine,
                ["MIGRATEBOTH_MYSQL"] = server ?? "",
                ["MIGRATEBOTH_RECORDING"] = recording,
                ["TMPDIR"] = temporary,
                ["TMP"] = temporary,
            },
            "test", _project, "--no-build", "--configuration", Metadata("Configuration"), "--nologo", "--logger", "trx;LogFileName=result.trx", "--results-directory", recording);
        Assert.True(File.Exists(Path.Combine(recording, "result.trx")), output);
        var outcomes = XDocument.Load(Path.Combine(recording, "result.trx")).Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(result => ((string)result.Attribute("testName")!, (string)result.Attribute("outcome")!)).Order().ToList();
        var leftovers = Directory.EnumerateFiles(temporary, "*.db", SearchOption.AllDirectories).ToList();
        return new TestProjectRun(exitCode, output, outcomes, RecordingReader.ReadDirectory(recording), leftovers);
    }

    /// <summary>Runs the tests of a project that is a program of its own, on SQLite.</summary>
    public async Task<TestProjectRun> RunProgramAsync()
    {
        var recording = Path.Combine(_directory, "program");
        var (exitCode, output) = await RunAsync(
            new() { ["MIGRATEBOTH_ENGINE"] = "", ["MIGRATEBOTH_RECORDING"] = recording },
            "run", "--project", _project, "--no-build", "--configuration", Metadata("Configuration"));
        return new TestProjectRun(exitCode, output, [], RecordingReader.ReadDirectory(recording), []);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private static async Task<(int ExitCode, string Output)> RunAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        // VSTest kills a host that has not ended after a tenth of a second; on a busy machine it has then not removed its databases.
        start.Environment["VSTEST_TESTHOST_SHUTDOWN_TIMEOUT"] = "30000";
        // Inherited from the test host that runs us, it would send the inner run's diagnostics astray.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    private static string Metadata(string key) =>
        typeof(TestProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}

/// <summary>What came of a run.</summary>
internal sealed record TestProjectRun(
    int ExitCode, string Output, IReadOnlyList<(string Test, string Outcome)> Outcomes, IReadOnlyList<Core.Recordings.Recording> Recordings, IReadOnlyList<string> Leftovers);
