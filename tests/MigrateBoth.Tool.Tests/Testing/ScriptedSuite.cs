using System.Security;
using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Testing;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Testing;
using MigrateBoth.Tool.Testing.Runners;
using MigrateBoth.Tool.Tests.CommandLine;
using MigrateBoth.Tool.Tests.Commands.Fakes;

namespace MigrateBoth.Tool.Tests.Testing;

/// <summary>
/// A suite whose processes are real and do what a script says. By default its one project, <c>Suite.Tests</c>, has two tests that pass and read the same on
/// both engines; a test changes the one thing it is about.
/// </summary>
internal sealed class ScriptedSuite : ITestProjectBuilder, IDisposable
{
    public const string Project = "Suite.Tests";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("migrateboth-suite-");

    public ScriptedSuite()
    {
        Name(Project);
        foreach (var engine in EngineNames.All)
        {
            Behave(engine, "N.A.One", "N.A.Two");
        }
    }

    public FakeApplication Application { get; } = new();

    public Func<Task> BuildingTests { get; set; } = () => Task.CompletedTask;

    /// <summary>The classes that a listing names.</summary>
    public IReadOnlyList<string> Classes { get; set; } = ["N.A"];

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Names the test projects in the configuration.</summary>
    public void Name(params string[] projects)
    {
        foreach (var project in projects)
        {
            Directory.CreateDirectory(PathOf(project));
            File.WriteAllText(Path.Combine(PathOf(project), $"{project}.csproj"), "<Project/>");
        }

        File.WriteAllText(PathOf("migrateboth.json"), JsonSerializer.Serialize(new { tests = projects }));
    }

    /// <summary>Passes these tests, records a read of each, and ends well.</summary>
    public void Behave(Engine engine, params string[] tests) => Script(engine, Results(engine, [.. tests.Select(test => (test, "Passed", (string?)null))]), Recording(engine, tests));

    /// <summary>Does something else.</summary>
    public void Script(Engine engine, params string[] lines) => Script(Project, engine.Id(), lines);

    /// <summary>Does something else in the second run.</summary>
    public void ScriptAgain(Engine engine, params string[] lines) => Script(Project, $"{engine.Id()}.again", lines);

    public void Script(string project, string name, params string[] lines) => File.WriteAllLines(Path.Combine(PathOf(project), $"{name}.txt"), lines);

    /// <summary>Writes a TRX file; the line of a script that leaves it.</summary>
    public string Results(Engine engine, params (string Test, string Outcome, string? Message)[] tests) => Results(Project, engine, tests);

    public string Results(string project, Engine engine, params (string Test, string Outcome, string? Message)[] tests)
    {
        var name = $"{engine.Id()}-{Guid.NewGuid():N}.trx";
        File.WriteAllText(Path.Combine(PathOf(project), name), $"""
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
              <Results>{string.Concat(tests.Select((test, i) => $"""
                <UnitTestResult testId="{i}" testName="{SecurityElement.Escape(test.Test)}" outcome="{test.Outcome}" duration="00:00:00.125"><Output><ErrorInfo><Message>{SecurityElement.Escape(test.Message)}</Message></ErrorInfo></Output></UnitTestResult>
                """))}</Results>
              <TestDefinitions>{string.Concat(tests.Select((test, i) => $"""
                <UnitTest id="{i}"><TestMethod className="{ClassOf(test.Test)}" name="{SecurityElement.Escape(test.Test.Split('(')[0][(ClassOf(test.Test).Length + 1)..])}" /></UnitTest>
                """))}</TestDefinitions>
            </TestRun>
            """);
        return $"results {name}";
    }

    /// <summary>Writes a recording in which every test reads one value; the line of a script that leaves it.</summary>
    /// <param name="engine">The engine that the tests really used.</param>
    /// <param name="tests">The tests.</param>
    /// <param name="value">What they read, encoded.</param>
    /// <param name="running">The last test has not ended, and the recording neither.</param>
    public string Recording(Engine engine, string[] tests, string value = "n:1", bool running = false) => Recording(Project, engine, tests, value, running);

    public string Recording(string project, Engine engine, string[] tests, string value = "n:1", bool running = false)
    {
        var path = Path.Combine(PathOf(project), RecordingFormat.NewFileName(project, engine.Id(), 1));
        using var stream = new MemoryStream();
        var writer = new RecordingWriter(stream, new SessionStarted(RecordingFormat.Version, engine.Id(), "1", "P", "C", project, 1, DateTime.UnixEpoch));
        for (var i = 0; i < tests.Length; i++)
        {
            writer.Write(new TestStarted(i, ClassOf(tests[i])));
            writer.Write(new TestNamed(i, tests[i].Split('(')[0], tests[i], null, null, null));
            writer.Write(new RecordedCommand
            {
                Sequence = i + 1,
                Test = i,
                Kind = CommandKind.Reader,
                Source = CommandSource.Linq,
                Sql = "SELECT ...",
                Shape = "DbSet<Note>()",
                Columns = [new RecordedColumn("Stars", "Notes.Stars", ColumnRole.Value)],
                Rows = [[value]],
                RowCount = 1,
            });
            if (!running || i < tests.Length - 1)
            {
                writer.Write(new TestEnded(i, 1, 0));
            }
        }

        if (!running)
        {
            writer.End();
        }

        File.WriteAllBytes(path, stream.ToArray());
        return $"record {Path.GetFileName(path)}";
    }

    public Task<ToolRun> RunAsync(params string[] args) => RunAsync(interruption: null, args);

    public Task<ToolRun> RunAsync(Interruption? interruption, params string[] args) =>
        ToolRun.With(Application.Services with { TestProjects = _ => this }, _folder.FullName, null, interruption, [.. args, "--format", "json"]);

    public async Task<IReadOnlyList<TestProject>> BuildAsync(IReadOnlyList<string> projectFiles, BuildSettings settings, CancellationToken cancellationToken)
    {
        await BuildingTests();
        return [.. projectFiles.Select(file => new TestProject(
            Path.GetFileNameWithoutExtension(file), Path.Combine(AppContext.BaseDirectory, "MigrateBoth.Tool.ScriptedTests.dll"), Path.GetDirectoryName(file)!, new Runner(this)))];
    }

    public void Dispose()
    {
        Application.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string ClassOf(string test)
    {
        var method = test.Split('(')[0];
        return method[..method.LastIndexOf('.')];
    }

    private sealed class Runner(ScriptedSuite suite) : ITestRunner
    {
        public IReadOnlyList<string> RunArguments(string assembly, TestSelection selection, string resultFile) =>
            ["exec", assembly, suite.PathOf(Path.GetFileNameWithoutExtension(resultFile)), resultFile, selection.Methods is null ? "first" : "again"];

        public IReadOnlyList<string> ListArguments(string assembly, string? filter, string listFile) => ["--version"];

        public IReadOnlyList<string> ReadClasses(string output, string listFile) => suite.Classes;

        public TestSighting? Read(string line) => line.Split(' ', 2) switch
        {
            ["starting", var name] => new TestSighting(name, null),
            ["passed", var name] => new TestSighting(name, TestOutcome.Passed),
            _ => null,
        };
    }
}
