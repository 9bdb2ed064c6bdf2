using System.Diagnostics;
using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Scratch;
using MigrateBoth.Tool.Tracing;
using MigrateBoth.Tool.Verification.SelfTest;

namespace MigrateBoth.Tool.Verification;

/// <summary>
/// Builds, starts the application's design host and the two servers, and reads models and catalogs. Whatever can run at once
/// does: MySQL comes up while the project builds, and both engines migrate side by side. When it returns, everything it
/// started is gone.
/// </summary>
internal sealed class EvidenceCollector(CommandContext context, EvidenceRequest request)
{
    private readonly ToolServices _services = context.Services;
    private readonly TaskCompletionSource _built = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the application is built: what else is built of its projects has to wait for that. Where the build fails it never completes.</summary>
    public Task Built => _built.Task;

    /// <summary>Collects, with a server of its own where one is needed.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">There is no project, no build or no model: nothing can be said at all.</exception>
    public async Task<Evidence> CollectAsync(CancellationToken cancellationToken)
    {
        if (request.MySql is not { } wanted)
        {
            return await CollectAsync(servers: null, cancellationToken).ConfigureAwait(false);
        }

        var servers = RunServers.Begin(context, wanted, request.Engines.Contains(Engine.MySql), cancellationToken);
        await using (servers.ConfigureAwait(false))
        {
            return await CollectAsync(servers, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Collects, with the servers of the whole command.</summary>
    /// <param name="servers">The servers; null when no stage needs a database.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Core.Errors.MigrateBothException">There is no project, no build or no model: nothing can be said at all.</exception>
    public Task<Evidence> CollectAsync(RunServers? servers, CancellationToken cancellationToken) => InHostAsync(
        (host, models, time) => servers is null
            ? Task.FromResult(new Evidence(models, time, [], TimeSpan.Zero))
            : ReadSchemasAsync(host, models, time, servers, cancellationToken),
        cancellationToken);

    private async Task<Evidence> InHostAsync(Func<IDesignHost, ModelPair, TimeSpan, Task<Evidence>> use, CancellationToken cancellationToken)
    {
        var start = _services.DesignHost(context.Options).Begin(request.Configuration, request.Build);
        await using var startScope = start.ConfigureAwait(false);
        var project = await _services.ProjectBuilder(context.Progress).BuildAsync(request.Configuration, request.Build, cancellationToken).ConfigureAwait(false);
        _built.TrySetResult();
        var clock = Stopwatch.StartNew();
        var host = await start.CompleteAsync(project, context.ApplicationArguments, cancellationToken).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            var models = await ModelReader.ReadAsync(host, context.Progress, cancellationToken).ConfigureAwait(false);
            var evidence = await use(host, models, clock.Elapsed).ConfigureAwait(false);
            var stages = request.Judge is { } judge
                ? await new FindingTracing(host, request.Configuration, context.Progress).TraceAsync(judge(evidence), cancellationToken).ConfigureAwait(false)
                : [];
            return evidence with { ProjectFile = project.Project.ProjectFile, OutputFolders = project.OutputFolders, Stages = stages };
        }
    }

    private async Task<Evidence> ReadSchemasAsync(
        IDesignHost host, ModelPair models, TimeSpan modelTime, RunServers servers, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var sqlite = PendingServer.Begin(_ => Task.FromResult(_services.SqliteServer(servers.Lease)), cancellationToken);
        await using (sqlite.ConfigureAwait(false))
        {
            var schemas = await Task.WhenAll(request.Engines.Select(engine =>
                Reader(host, models[engine]).ReadAsync((engine == Engine.Sqlite ? sqlite : servers.MySql).GetAsync(), cancellationToken))).ConfigureAwait(false);
            var evidence = new Evidence(models, modelTime, schemas, clock.Elapsed);
            return request.SelfTest ? evidence with { SelfTest = await SelfTestAsync(schemas, models, cancellationToken).ConfigureAwait(false) } : evidence;
        }
    }

    private Task<SelfTestResult> SelfTestAsync(IReadOnlyList<EngineSchemas> schemas, ModelPair models, CancellationToken cancellationToken) =>
        new SelfTestRunner(engine => _services.CatalogReader(models[engine]), context.Progress).RunAsync(schemas, models, cancellationToken);

    private EngineSchemaReader Reader(IDesignHost host, EngineModel model) =>
        new(host, model, _services.CatalogReader(model), context.Progress, request.SelfTest ? _services.CloneSource : null);
}
