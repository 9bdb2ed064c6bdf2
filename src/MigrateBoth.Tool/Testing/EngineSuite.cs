using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Recordings;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Suites;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Testing;

/// <summary>The suite on one engine: every project, with databases of its own, one project after the other.</summary>
/// <param name="engine">The engine.</param>
/// <param name="starting">Its server, which may still be coming up.</param>
/// <param name="settings">What the configuration says of the engine.</param>
/// <param name="folder">Where results and recordings go.</param>
/// <param name="timeLimit">The maximum that the run may take.</param>
/// <param name="display">Told how far it is.</param>
internal sealed class EngineSuite(
    Engine engine, Task<IScratchServer> starting, EngineSettings settings, string folder, TimeSpan timeLimit, IProgressDisplay display)
{
    /// <summary>Runs. What goes wrong is part of the result, so that the other engine's half is not lost.</summary>
    /// <param name="parts">What to run of each project.</param>
    /// <param name="round">A short name for this run: the second run of some tests must not mix with the first.</param>
    /// <param name="cancellationToken">Kills the run.</param>
    public async Task<EngineRun> RunAsync(IReadOnlyList<(TestProject Project, TestSelection Selection)> parts, string round, CancellationToken cancellationToken)
    {
        try
        {
            var server = await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
            using var step = display.Begin($"tests on {engine.DisplayName()}{(round == Rounds.First ? string.Empty : $" ({round})")}");
            var progress = new EngineProgress(step);
            var run = await RunAsync(server, parts, Path.Combine(folder, engine.Id(), round), progress, cancellationToken).ConfigureAwait(false);
            progress.End(run);
            return run;
        }
        catch (MigrateBothException exception) when (exception.ExitCode == ExitCode.Incomplete)
        {
            return new EngineRun { Engine = engine, Obstacles = [new SuiteObstacle(engine, exception.Message, exception.Hint)] };
        }
    }

    private async Task<EngineRun> RunAsync(
        IScratchServer server, IReadOnlyList<(TestProject Project, TestSelection Selection)> parts, string place, EngineProgress progress, CancellationToken cancellationToken)
    {
        var recordings = Path.Combine(place, "recordings");
        Directory.CreateDirectory(recordings);
        var runs = new List<TestHostRun>();
        foreach (var (project, selection) in parts)
        {
            var database = await server.CreateDatabaseAsync("tests", cancellationToken).ConfigureAwait(false);
            await using (database.ConfigureAwait(false))
            {
                var host = new TestHost(engine, Path.Combine(place, "results"), TestEnvironment.Of(database, recordings, settings.Environment), timeLimit);
                var isWhole = false;
                try
                {
                    var run = await host.RunAsync(project, selection, progress, cancellationToken).ConfigureAwait(false);
                    isWhole = run.Obstacle is null;
                    runs.Add(run);
                }
                finally
                {
                    // A host that ended well may still have been cut off while it dropped its databases.
                    await TestRunLeftovers.SweepAsync(database, wasCutOff: !isWhole).ConfigureAwait(false);
                }
            }
        }

        return new EngineRun
        {
            Engine = engine,
            Results = [.. runs.SelectMany(run => run.Results)],
            Recordings = Read(recordings, out var unreadable),
            Obstacles =
            [
                .. runs.Select(run => run.Obstacle).OfType<SuiteObstacle>(),
                .. unreadable is null ? (SuiteObstacle[])[] : [unreadable],
                .. await LostAsync(server, cancellationToken).ConfigureAwait(false) is { } lost ? (SuiteObstacle[])[lost] : [],
            ],
        };
    }

    private IReadOnlyList<Recording> Read(string directory, out SuiteObstacle? obstacle)
    {
        obstacle = null;
        try
        {
            return RecordingReader.ReadDirectory(directory);
        }
        catch (RecordingException exception)
        {
            obstacle = new SuiteObstacle(engine, $"What the tests recorded on {engine.DisplayName()} cannot be read: {exception.Message}", null);
            return [];
        }
    }

    /// <summary>A server that went away in mid-run makes tests fail that have nothing wrong with them.</summary>
    private async Task<SuiteObstacle?> LostAsync(IScratchServer server, CancellationToken cancellationToken)
    {
        try
        {
            var database = await server.CreateDatabaseAsync("alive", cancellationToken).ConfigureAwait(false);
            await database.DisposeAsync().ConfigureAwait(false);
            return null;
        }
        catch (MigrateBothException exception)
        {
            return new SuiteObstacle(
                engine, $"The server was lost while the tests ran on {engine.DisplayName()}: {exception.Message}", "Find out why it ended, and run the tests again.");
        }
    }
}
