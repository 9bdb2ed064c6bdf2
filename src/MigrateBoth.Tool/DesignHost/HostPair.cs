using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>A host for each engine, where no project has both providers: each question goes to the host of its engine.</summary>
internal sealed class HostPair(IDesignHost sqlite, IDesignHost mySql) : IDesignHost
{
    public event Action<HostProgress>? Progress
    {
        add
        {
            sqlite.Progress += value;
            mySql.Progress += value;
        }

        remove
        {
            sqlite.Progress -= value;
            mySql.Progress -= value;
        }
    }

    private IDesignHost this[Engine engine] => engine == Engine.Sqlite ? sqlite : mySql;

    public Task<IReadOnlyList<DeployedContext>> ContextsAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].ContextsAsync(engine, cancellationToken);

    public Task<EngineModel> DescribeAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].DescribeAsync(engine, cancellationToken);

    public Task<EngineHistory> HistoryAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].HistoryAsync(engine, cancellationToken);

    public Task<IReadOnlyList<MigrationOperations>> OperationsAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].OperationsAsync(engine, cancellationToken);

    public Task<EngineOrigins> OriginsAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].OriginsAsync(engine, cancellationToken);

    public Task<IReadOnlyList<FixCode?>> FixesAsync(Engine engine, IReadOnlyList<FixTarget> targets, CancellationToken cancellationToken) =>
        this[engine].FixesAsync(engine, targets, cancellationToken);

    public Task<ScaffoldedMigration> ScaffoldAsync(Engine engine, string timestamp, string name, CancellationToken cancellationToken) =>
        this[engine].ScaffoldAsync(engine, timestamp, name, cancellationToken);

    public Task<MigrationRemoval?> PlanRemovalAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].PlanRemovalAsync(engine, cancellationToken);

    public Task<string> ScriptAsync(Engine engine, string? from, string? to, bool idempotent, CancellationToken cancellationToken) =>
        this[engine].ScriptAsync(engine, from, to, idempotent, cancellationToken);

    public Task<MigrationPlan> PlanApplyAsync(Engine engine, string connectionString, string? target, CancellationToken cancellationToken) =>
        this[engine].PlanApplyAsync(engine, connectionString, target, cancellationToken);

    public Task<MigrationRun> ApplyAsync(Engine engine, string connectionString, string? target, TimeSpan? lockTimeout, CancellationToken cancellationToken) =>
        this[engine].ApplyAsync(engine, connectionString, target, lockTimeout, cancellationToken);

    public Task<MigrationRun> ApplyToScratchAsync(Engine engine, string connectionString, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        this[engine].ApplyToScratchAsync(engine, connectionString, lockTimeout, cancellationToken);

    public Task<MigrationRun> StepScratchAsync(Engine engine, string connectionString, string target, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        this[engine].StepScratchAsync(engine, connectionString, target, lockTimeout, cancellationToken);

    public Task<MigrationContent> ContentAsync(Engine engine, string migration, CancellationToken cancellationToken) =>
        this[engine].ContentAsync(engine, migration, cancellationToken);

    public Task CreateFromModelAsync(Engine engine, string connectionString, CancellationToken cancellationToken) =>
        this[engine].CreateFromModelAsync(engine, connectionString, cancellationToken);

    public Task<IReadOnlyList<string>> CreateStandInsAsync(Engine engine, string connectionString, CancellationToken cancellationToken) =>
        this[engine].CreateStandInsAsync(engine, connectionString, cancellationToken);

    public Task<ProbeSurface> SurfaceAsync(Engine engine, CancellationToken cancellationToken) =>
        this[engine].SurfaceAsync(engine, cancellationToken);

    public Task<IReadOnlyList<ProbeOutcome>> ProbeAsync(Engine engine, string connectionString, IReadOnlyList<Probe> probes, CancellationToken cancellationToken) =>
        this[engine].ProbeAsync(engine, connectionString, probes, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await sqlite.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await mySql.DisposeAsync().ConfigureAwait(false);
        }
    }
}
