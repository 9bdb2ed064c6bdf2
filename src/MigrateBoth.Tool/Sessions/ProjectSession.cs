using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Pairs;
using MigrateBoth.Tool.Projects;

namespace MigrateBoth.Tool.Sessions;

/// <summary>The user's project for the time of one command: built once, with one design host.</summary>
internal sealed class ProjectSession : IAsyncDisposable
{
    private readonly IProgressDisplay _progress;

    private ProjectSession(MigrateBothConfiguration configuration, BuiltProject project, IDesignHost host, IProgressDisplay progress)
    {
        (Configuration, Project, Host, _progress) = (configuration, project, host, progress);
        Host.Progress += Show;
    }

    /// <summary>The merged configuration.</summary>
    public MigrateBothConfiguration Configuration { get; }

    /// <summary>What was built.</summary>
    public BuiltProject Project { get; }

    /// <summary>The application's own EF Core.</summary>
    public IDesignHost Host { get; }

    /// <summary>Where the lock and the journal of the project's migrations lie: the folder of the context's project.</summary>
    public static string DirectoryOf(MigrateBothConfiguration configuration) => Path.GetDirectoryName(ProjectFinder.Find(configuration))!;

    /// <summary>Repairs, builds and starts the host.</summary>
    /// <param name="configuration">From <see cref="ProjectOptions.Load"/>.</param>
    /// <param name="build">How to build.</param>
    /// <param name="context">Services and progress.</param>
    /// <param name="pairLock">The lock of a command that writes migrations; only the holder can repair. Null for a command that only reads.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<ProjectSession> OpenAsync(
        MigrateBothConfiguration configuration, BuildSettings build, CommandContext context, PairLock? pairLock, CancellationToken cancellationToken)
    {
        if (pairLock is not null && PairRecovery.Recover(pairLock) is { } repair)
        {
            context.Progress.Warning(repair.Summary);
        }

        var start = context.Services.DesignHost(context.Options).Begin(configuration, build);
        await using (start.ConfigureAwait(false))
        {
            var project = await context.Services.ProjectBuilder(context.Progress).BuildAsync(configuration, build, cancellationToken).ConfigureAwait(false);
            CheckedProjectsFile.Write(context.Console, configuration, project);
            var host = await start.CompleteAsync(project, context.ApplicationArguments, cancellationToken).ConfigureAwait(false);
            return new ProjectSession(configuration, project, host, context.Progress);
        }
    }

    /// <summary>Both sides' models at once.</summary>
    public Task<EnginePair<EngineModel>> DescribeAsync(CancellationToken cancellationToken) => ModelReader.ReadAsync(Host, _progress, cancellationToken);

    /// <summary>Both sides' migrations at once.</summary>
    public async Task<EnginePair<EngineHistory>> HistoriesAsync(CancellationToken cancellationToken)
    {
        using var step = _progress.Begin("migrations");
        var (sqlite, mySql) = await BothAsync(engine => Host.HistoryAsync(engine, cancellationToken)).ConfigureAwait(false);
        step.Succeed($"{sqlite.Migrations.Count} and {mySql.Migrations.Count}");
        return new EnginePair<EngineHistory>(sqlite, mySql);
    }

    /// <summary>Sends a request for both engines in parallel and waits for both replies, so that no request is still running after an error.</summary>
    public static async Task<(T Sqlite, T MySql)> BothAsync<T>(Func<Engine, Task<T>> ask)
    {
        var tasks = EngineNames.All.Select(ask).ToArray();
        await Task.WhenAll(tasks).ConfigureAwait(false);
        return (await tasks[0].ConfigureAwait(false), await tasks[1].ConfigureAwait(false));
    }

    public async ValueTask DisposeAsync()
    {
        Host.Progress -= Show;
        await Host.DisposeAsync().ConfigureAwait(false);
    }

    private void Show(HostProgress progress) =>
        _progress.Detail(progress.Engine is { } engine ? $"{engine.DisplayName()}: {progress.Text}" : progress.Text);
}
