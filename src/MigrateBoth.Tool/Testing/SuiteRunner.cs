using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Suites;
using MigrateBoth.Core.Testing.Sharding;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Testing;

/// <summary>
/// Builds the test projects once, runs them on both engines at the same time, compares, and runs what differs once more. MySQL comes up while
/// the projects build. When it returns, everything it started is gone.
/// </summary>
internal sealed class SuiteRunner(CommandContext context, SuiteRequest request)
{
    /// <summary>Runs the suite, with a server of its own.</summary>
    /// <param name="wanted">The MySQL server.</param>
    /// <param name="cancellationToken">Ends everything; what was started is removed all the same.</param>
    /// <exception cref="MigrateBothException">There is nothing to run: no project, no build.</exception>
    public async Task<SuiteOutcome> RunAsync(MySqlServerRequest wanted, CancellationToken cancellationToken)
    {
        var servers = RunServers.Begin(context, wanted, EngineNames.All, cancellationToken);
        await using (servers.ConfigureAwait(false))
        {
            return await RunAsync(servers, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs the suite, with the servers of the whole command.</summary>
    /// <param name="servers">The servers.</param>
    /// <param name="cancellationToken">Ends everything; the databases that were made for the tests are removed all the same.</param>
    /// <exception cref="MigrateBothException">There is nothing to run: no project, no build.</exception>
    public async Task<SuiteOutcome> RunAsync(RunServers servers, CancellationToken cancellationToken)
    {
        using var folder = ScratchDirectory.Create(servers.Lease, "tests");
        var projects = await context.Services.TestProjects(context.Progress).BuildAsync(request.Projects, request.Build, cancellationToken).ConfigureAwait(false);
        return await RunAsync(projects, servers, folder.Path, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SuiteOutcome> RunAsync(
        IReadOnlyList<TestProject> projects, RunServers servers, string folder, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var plan = await SuitePlan.MakeAsync(projects, request, folder, cancellationToken).ConfigureAwait(false);
        var onSqlite = Suite(Engine.Sqlite, servers, folder);
        var onMySql = Suite(Engine.MySql, servers, folder);

        var (first, second) = await BothAsync(onSqlite, onMySql, plan.Parts, Rounds.First, cancellationToken).ConfigureAwait(false);
        var runs = new SuiteRuns(plan.Own(plan.Checked(first)), plan.Own(plan.Checked(second)));
        var comparison = SuiteComparer.Compare(runs);
        // A run that broke off makes tests differ for reasons of its own: the result is incomplete, and a second run would tell nothing more.
        if (comparison.Suspects.Count > 0 && comparison.Result.Obstacles.Count == 0)
        {
            var suspects = plan.Only(comparison.Suspects);
            if (comparison.ReadsClock)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken).ConfigureAwait(false);
            }

            var (firstAgain, secondAgain) = await BothAsync(onSqlite, onMySql, suspects, Rounds.Again, cancellationToken).ConfigureAwait(false);
            comparison = SuiteComparer.Compare(runs with { SqliteAgain = firstAgain, MySqlAgain = secondAgain });
        }

        return new SuiteOutcome
        {
            Result = comparison.Result,
            Servers = await ServersAsync(servers).ConfigureAwait(false),
            Duration = clock.Elapsed,
            Classes = plan.Classes,
            Filter = FilterOf(projects),
            Sources = [.. projects.Select(project => project.Source).OfType<TestSource>()],
        };
    }

    /// <summary>What kept tests out: the user's filter, and those of the projects' own settings.</summary>
    private string? FilterOf(IReadOnlyList<TestProject> projects)
    {
        var filters = projects.Where(project => project.Runner.OwnFilter is not null).Select(project => $"{project.Runner.OwnFilter} (settings of {project.Name})");
        return string.Join("; ", filters.Prepend(request.Filter).OfType<string>()) is { Length: > 0 } all ? all : null;
    }

    private static async Task<(EngineRun Sqlite, EngineRun MySql)> BothAsync(
        EngineSuite sqlite, EngineSuite mySql, IReadOnlyList<(TestProject, TestSelection)> parts, string round, CancellationToken cancellationToken)
    {
        var (first, second) = (sqlite.RunAsync(parts, round, cancellationToken), mySql.RunAsync(parts, round, cancellationToken));
        await Task.WhenAll(first, second).ConfigureAwait(false);
        return (await first.ConfigureAwait(false), await second.ConfigureAwait(false));
    }

    private EngineSuite Suite(Engine engine, RunServers servers, string folder) =>
        new(engine, servers.GetAsync(engine), request.Configuration[engine], folder, request.TimeLimit, context.Progress);

    private static async Task<Dictionary<Engine, EngineInfo>> ServersAsync(RunServers running)
    {
        var servers = new Dictionary<Engine, EngineInfo>();
        foreach (var engine in running.Engines)
        {
            try
            {
                var server = await running.GetAsync(engine).ConfigureAwait(false);
                servers.Add(server.Engine, EngineInfo.Of(server));
            }
            catch (MigrateBothException)
            {
                // It never came up, which the suite has reported as an obstacle.
            }
        }

        return servers;
    }
}

/// <summary>The runs of a suite within one command.</summary>
internal static class Rounds
{
    /// <summary>The first run, with all selected tests.</summary>
    public const string First = "first";

    /// <summary>The tests that differ, once more.</summary>
    public const string Again = "again";
}

/// <summary>What running the suite came to.</summary>
internal sealed record SuiteOutcome
{
    /// <summary>The comparison of the two engines' runs.</summary>
    public required SuiteResult Result { get; init; }

    /// <summary>The servers that took part.</summary>
    public IReadOnlyDictionary<Engine, EngineInfo> Servers { get; init; } = new Dictionary<Engine, EngineInfo>();

    /// <summary>Which commits the test assemblies were built from, as far as they tell.</summary>
    public IReadOnlyList<TestSource> Sources { get; init; } = [];

    /// <summary>What kept tests out of the run: the user's filter, and those of the projects' own settings; null for a whole suite.</summary>
    public string? Filter { get; init; }

    /// <summary>How long the runs took, without the build.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>All classes of the suite, of which a shard ran some; empty when the suite was run whole.</summary>
    public IReadOnlyList<TestClass> Classes { get; init; } = [];
}
