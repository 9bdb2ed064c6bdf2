using System.ComponentModel;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing;
using MigrateBoth.Core.Testing.Results;
using MigrateBoth.Tool.Processes;

namespace MigrateBoth.Tool.Testing;

/// <summary>One project's run on one engine.</summary>
/// <param name="Results">What its result file says.</param>
/// <param name="Obstacle">Why that is not all; null when it is.</param>
internal sealed record TestHostRun(IReadOnlyList<TestResult> Results, SuiteObstacle? Obstacle);

/// <summary>Runs one project's tests on one engine and reads their results. A host that crashes or hangs is an obstacle, never a pass.</summary>
/// <param name="engine">The engine.</param>
/// <param name="folder">Where result files go.</param>
/// <param name="environment">What tells the tests which engine and which database.</param>
/// <param name="timeLimit">The maximum that a run may take.</param>
internal sealed class TestHost(Engine engine, string folder, IReadOnlyDictionary<string, string> environment, TimeSpan timeLimit)
{
    /// <summary>Runs the selected tests of a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="selection">Which of its tests.</param>
    /// <param name="progress">Told of every test.</param>
    /// <param name="cancellationToken">Kills the host.</param>
    public async Task<TestHostRun> RunAsync(TestProject project, TestSelection selection, EngineProgress progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{project.Name}.trx");
        var running = Path.ChangeExtension(file, ".running");
        var watch = new TestWatch(project.Runner, progress, () => RunningTests.Read(running));
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            var run = await ProcessRunner.RunAsync(
                DotnetCommand.Path,
                project.Runner.RunArguments(project.AssemblyPath, selection, file),
                project.Directory,
                new Dictionary<string, string>(environment) { [RunningTests.FileVariable] = running },
                limit.Token,
                watch.OnLine).ConfigureAwait(false);
            return Read(project, selection, file, run, watch);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Obstacle(
                $"The tests of {project.Name} did not end within {timeLimit.TotalSeconds:0.###} s on {engine.DisplayName()}. {watch.Last}",
                "Look at the test that ran last, or give the run more time with --test-timeout.");
        }
        catch (Win32Exception exception)
        {
            throw new MigrateBothException(ExitCode.Incomplete, "sdk-not-found", $"'{DotnetCommand.Path}' could not be started: {exception.Message}", "Install the .NET SDK.", exception);
        }
    }

    private TestHostRun Read(TestProject project, TestSelection selection, string file, ProcessRun run, TestWatch watch)
    {
        if (!File.Exists(file))
        {
            // That the host says nothing went wrong counts for nothing: a test that ends the process may do so with code 0.
            return IsEmpty(run)
                ? Empty(project, selection, run)
                : Obstacle($"The test host of {project.Name} ended on {engine.DisplayName()} with code {run.ExitCode} and left no results. {watch.Last}{Tail(run)}", null);
        }

        TrxRun trx;
        try
        {
            using var reader = File.OpenText(file);
            trx = TrxReader.Read(reader, project.Name);
        }
        catch (MigrateBothException exception)
        {
            return Obstacle($"{exception.Message} {watch.Last}", exception.Hint);
        }

        if (trx.Errors is [var error, ..])
        {
            return new TestHostRun(trx.Results, new SuiteObstacle(
                engine, $"The test run of {project.Name} on {engine.DisplayName()} was aborted: {FirstLines(error)} {watch.Last}", "Run the last test alone on that engine."));
        }

        if (trx.Results.Count == 0 && (run.ExitCode == 0 || IsEmpty(run)))
        {
            return Empty(project, selection, run);
        }

        var failed = trx.Results.Any(result => result.Outcome is TestOutcome.Failed or TestOutcome.Unknown);
        return run.ExitCode != 0 && !failed && !IsEmpty(run)
            ? new TestHostRun(trx.Results, new SuiteObstacle(
                engine, $"The test host of {project.Name} ended on {engine.DisplayName()} with code {run.ExitCode} although no test failed. {watch.Last}{Tail(run)}", null))
            : new TestHostRun(trx.Results, null);
    }

    /// <summary>A filter that fits nothing in one of several projects is not a fault of that project; a project in which nothing is found is.</summary>
    private TestHostRun Empty(TestProject project, TestSelection selection, ProcessRun run) => selection.MayBeEmpty
        ? new TestHostRun([], null)
        : Obstacle(
            $"No test of {project.Name} ran on {engine.DisplayName()}.{Tail(run)}",
            "Run 'dotnet test' to check whether the project's tests are found, or remove it from the suite.");

    /// <summary>Microsoft.Testing.Platform ends with 8 when no test ran; VSTest says so and ends with 0.</summary>
    private static bool IsEmpty(ProcessRun run) =>
        run.ExitCode == 8 || run.Out.Contains("No test matches the given testcase filter", StringComparison.Ordinal) || run.Out.Contains("No test is available", StringComparison.Ordinal);

    private TestHostRun Obstacle(string reason, string? hint) => new([], new SuiteObstacle(engine, reason, hint));

    private static string Tail(ProcessRun run)
    {
        var lines = (run.Error + "\n" + run.Out).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Length == 0 ? string.Empty : $" Its last output: {string.Join(" | ", lines.TakeLast(5))}";
    }

    /// <summary>The first lines of a crash; what follows is the stack trace.</summary>
    private static string FirstLines(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).TakeWhile(line => !line.StartsWith("at ", StringComparison.Ordinal)).Take(3));
}

/// <summary>Reads which tests were running when a test host ended, as the observer in VSTest's host writes it down.</summary>
internal static class RunningTests
{
    /// <summary>The environment variable that names the file.</summary>
    public const string FileVariable = "MIGRATEBOTH_RUNNING_TESTS";

    /// <summary>The tests that began and did not end, in the order in which they began.</summary>
    /// <param name="file">The file, which need not exist.</param>
    public static IReadOnlyList<string> Read(string file)
    {
        if (!File.Exists(file))
        {
            return [];
        }

        var running = new List<string>();
        foreach (var line in File.ReadLines(file).Where(line => line.Length > 1))
        {
            if (line[0] == '+')
            {
                running.Add(line[1..]);
            }
            else
            {
                running.Remove(line[1..]);
            }
        }

        return running;
    }
}
