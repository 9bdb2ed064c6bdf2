using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Tracing.Origins;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>
/// The application's own EF Core, in a process of its own. One host serves a whole command; requests for the two engines may
/// run at once. Disposing it ends the process.
/// </summary>
/// <remarks>
/// Every method throws <see cref="Core.Errors.MigrateBothException"/> with exit code 2 when the host dies, hangs or speaks another
/// version (with what it last did and its last lines of stderr), and with code 78 when the application offers no usable context.
/// </remarks>
internal interface IDesignHost : IAsyncDisposable
{
    /// <summary>What the host is doing.</summary>
    event Action<HostProgress>? Progress;

    /// <summary>Every context of the application, those included that only its container knows. No database is contacted.</summary>
    Task<IReadOnlyList<DeployedContext>> ContextsAsync(Engine engine, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The model and the migrations under one provider. No database is contacted.</summary>
    Task<EngineModel> DescribeAsync(Engine engine, CancellationToken cancellationToken);

    /// <summary>The migrations under one provider, without what they do. No database is contacted.</summary>
    Task<EngineHistory> HistoryAsync(Engine engine, CancellationToken cancellationToken);

    /// <summary>What each migration under one provider does. No database is contacted.</summary>
    Task<IReadOnlyList<MigrationOperations>> OperationsAsync(Engine engine, CancellationToken cancellationToken);

    /// <summary>Where the migrations and the mapped properties under one provider are written. No database is contacted.</summary>
    Task<EngineOrigins> OriginsAsync(Engine engine, CancellationToken cancellationToken);

    /// <summary>C# of a migration that brings objects of one engine to what the model says; null for each where that is not certain. No database is contacted.</summary>
    Task<IReadOnlyList<FixCode?>> FixesAsync(Engine engine, IReadOnlyList<FixTarget> targets, CancellationToken cancellationToken);

    /// <summary>Scaffolds one side of a migration with the given id; writes nothing.</summary>
    /// <param name="engine">The side.</param>
    /// <param name="timestamp">The id's first part, fourteen digits.</param>
    /// <param name="name">The migration's name, a C# identifier.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<ScaffoldedMigration> ScaffoldAsync(Engine engine, string timestamp, string name, CancellationToken cancellationToken);

    /// <summary>What removing the last migration of one side would do; writes nothing. Null when there is none.</summary>
    Task<MigrationRemoval?> PlanRemovalAsync(Engine engine, CancellationToken cancellationToken);

    /// <summary>The SQL script of one side.</summary>
    Task<string> ScriptAsync(Engine engine, string? from, string? to, bool idempotent, CancellationToken cancellationToken);

    /// <summary>What applying up to <paramref name="target"/> would do; all SQL is generated, nothing is run.</summary>
    /// <param name="engine">The side.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="target">A migration's id or name, <c>0</c> for none, or null for the latest.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<MigrationPlan> PlanApplyAsync(Engine engine, string connectionString, string? target, CancellationToken cancellationToken);

    /// <summary>Applies migrations with EF Core's own migrator, under its lock. A failing migration is a value, not an exception.</summary>
    /// <remarks>A run that is cancelled returns too, with <see cref="MigrationFailure.IsCancelled"/>, unless it had not begun to migrate.</remarks>
    /// <param name="engine">The side.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="target">As for <see cref="PlanApplyAsync"/>.</param>
    /// <param name="lockTimeout">How long to wait for EF Core's migration lock; null to go without it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<MigrationRun> ApplyAsync(Engine engine, string connectionString, string? target, TimeSpan? lockTimeout, CancellationToken cancellationToken);

    /// <summary>Applies all migrations to a scratch database that starts empty, without generating all SQL before the first command.</summary>
    /// <param name="engine">The side.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="lockTimeout">How long to wait for EF Core's migration lock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<MigrationRun> ApplyToScratchAsync(Engine engine, string connectionString, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        ApplyAsync(engine, connectionString, target: null, lockTimeout, cancellationToken);

    /// <summary>Migrates a scratch database up or down to one migration, without generating all SQL before the first command.</summary>
    /// <param name="engine">The side.</param>
    /// <param name="connectionString">The database.</param>
    /// <param name="target">A migration's id, or <c>0</c> for none.</param>
    /// <param name="lockTimeout">How long to wait for EF Core's migration lock.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<MigrationRun> StepScratchAsync(Engine engine, string connectionString, string target, TimeSpan lockTimeout, CancellationToken cancellationToken) =>
        ApplyAsync(engine, connectionString, target, lockTimeout, cancellationToken);

    /// <summary>What one migration of one side does. No database is contacted.</summary>
    Task<MigrationContent> ContentAsync(Engine engine, string migration, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>Creates the model's tables directly, without migrations, in an existing empty database.</summary>
    Task CreateFromModelAsync(Engine engine, string connectionString, CancellationToken cancellationToken);

    /// <summary>Creates, in an existing empty scratch database, stand-ins for the tables that the model leaves to other contexts' migrations.</summary>
    /// <returns>Their names.</returns>
    Task<IReadOnlyList<string>> CreateStandInsAsync(Engine engine, string connectionString, CancellationToken cancellationToken);

    /// <summary>What of the model can be probed on one engine. No database is contacted.</summary>
    Task<ProbeSurface> SurfaceAsync(Engine engine, CancellationToken cancellationToken);

    /// <summary>Runs probes through the application's context, in a transaction that is rolled back.</summary>
    /// <returns>One outcome for each probe, in the same order.</returns>
    Task<IReadOnlyList<ProbeOutcome>> ProbeAsync(Engine engine, string connectionString, IReadOnlyList<Probe> probes, CancellationToken cancellationToken);
}
