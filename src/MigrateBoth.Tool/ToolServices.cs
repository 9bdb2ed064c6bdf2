using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Locks;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Scripts;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Locks;
using MigrateBoth.MySql.Rows;
using MigrateBoth.MySql.Scripts;
using MigrateBoth.MySql.SelfTest;
using MigrateBoth.MySql.Servers;
using MigrateBoth.MySql.Servers.Probing;
using MigrateBoth.Sqlite;
using MigrateBoth.Sqlite.Locks;
using MigrateBoth.Sqlite.Rows;
using MigrateBoth.Sqlite.SelfTest;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Init;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sealing.Inputs;
using MigrateBoth.Tool.Testing;

namespace MigrateBoth.Tool;

/// <summary>
/// The composition root: which implementation is behind each contract. Members are functions, so that a command loads only the
/// assemblies it uses; tests replace single members.
/// </summary>
internal sealed record ToolServices
{
    /// <summary>Builds the user's projects.</summary>
    public Func<IProgressDisplay, IProjectBuilder> ProjectBuilder { get; init; } = progress => new ProjectBuilder(progress);

    /// <summary>Installs what a tool manifest names. Null, or why it could not.</summary>
    public Func<string, CancellationToken, Task<string?>> ToolRestore { get; init; } = ToolManifest.RestoreAsync;

    /// <summary>Determines what a build was made from.</summary>
    public Func<IBuildInspector> BuildInspector { get; init; } = () => new BuildInspector();

    /// <summary>Builds the user's test projects.</summary>
    public Func<IProgressDisplay, ITestProjectBuilder> TestProjects { get; init; } = progress => new TestProjectBuilder(progress);

    /// <summary>Starts the user's application as a design host.</summary>
    public Func<GlobalOptions, IDesignHostLauncher> DesignHost { get; init; } =
        options => new DesignHostLauncher(DesignHostOptions.From(options));

    /// <summary>Creates SQLite scratch databases.</summary>
    public Func<ILease, IScratchServer> SqliteServer { get; init; } = SqliteScratchServer.Start;

    /// <summary>Starts or finds a MySQL server.</summary>
    public Func<MySqlServerRequest, ILease, IProgress<string>, CancellationToken, Task<IScratchServer>> MySqlServer { get; init; } =
        async (request, lease, progress, cancellationToken) => await MySqlServers.StartAsync(request, lease, progress, cancellationToken).ConfigureAwait(false);

    /// <summary>Reads an engine's catalog; the model says what its history table, which is not part of the schema, is called.</summary>
    public Func<EngineModel, ICatalogReader> CatalogReader { get; init; } = model => model.Engine switch
    {
        Engine.Sqlite => new SqliteCatalogReader(model.HistoryTable),
        Engine.MySql => new MySqlCatalogReader(model.HistoryTable),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model.Engine, null),
    };

    /// <summary>Reads the statements that copy a scratch database on its server.</summary>
    public Func<IScratchServer, string, CancellationToken, Task<ICloneSource>> CloneSource { get; init; } = async (server, connectionString, cancellationToken) => server.Engine switch
    {
        Engine.Sqlite => await SqliteCloneSource.ReadAsync(server, connectionString, cancellationToken).ConfigureAwait(false),
        Engine.MySql => await MySqlCloneSource.ReadAsync(server, connectionString, cancellationToken).ConfigureAwait(false),
        _ => throw new ArgumentOutOfRangeException(nameof(server), server.Engine, null),
    };

    /// <summary>Runs expressions on both engines.</summary>
    public Func<ExecutionPlan, IScratchServer, IScratchServer, CancellationToken, Task<IReadOnlyList<ExpressionVerdict>>> Expressions { get; init; } =
        (plan, sqlite, mySql, cancellationToken) => new ExpressionOracle(new SqliteExecution(), new MySqlExecution()).RunAsync(plan, sqlite, mySql, cancellationToken);

    /// <summary>Runs statements in an engine's scratch databases.</summary>
    public Func<Engine, IExecutionEngine> Execution { get; init; } = engine => engine switch
    {
        Engine.Sqlite => new SqliteExecution(),
        Engine.MySql => new MySqlExecution(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>Runs a script in MySQL's own client.</summary>
    public Func<IScratchServer, string, string, CancellationToken, Task<ClientRun>> MySqlScript { get; init; } = MySqlClient.RunAsync;

    /// <summary>Writes and reads rows of an engine's scratch databases.</summary>
    public Func<Engine, IRowStore> RowStore { get; init; } = engine => engine switch
    {
        Engine.Sqlite => new SqliteRowStore(),
        Engine.MySql => new MySqlRowStore(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>Writes the statements that change a schema, for <c>diff --sql</c>.</summary>
    public Func<Engine, ISchemaWriter> SchemaWriter { get; init; } = engine => engine switch
    {
        Engine.Sqlite => new SqliteSchemaWriter(),
        Engine.MySql => new MySqlSchemaWriter(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>Reads the catalog of a database that was named on the command line.</summary>
    public Func<Engine, string, ICatalogReader> DatabaseCatalog { get; init; } = (engine, historyTable) => engine switch
    {
        Engine.Sqlite => new SqliteCatalogReader(historyTable),
        Engine.MySql => new MySqlCatalogReader(historyTable),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>Reads which migrations such a database has recorded.</summary>
    public Func<EngineModel, IHistoryTableReader> HistoryTable { get; init; } = model => model.Engine switch
    {
        Engine.Sqlite => new SqliteHistoryTableReader(model.HistoryTable, model.HistoryIdColumn),
        Engine.MySql => new MySqlHistoryTableReader(model.HistoryTable, model.HistoryIdColumn),
        _ => throw new ArgumentOutOfRangeException(nameof(model), model.Engine, null),
    };

    /// <summary>Finds obstacles for EF Core's migrator on an engine.</summary>
    public Func<Engine, IMigrationLockInspector> LockInspector { get; init; } = engine => engine switch
    {
        Engine.Sqlite => new SqliteMigrationLockInspector(TimeProvider.System),
        Engine.MySql => new MySqlMigrationLockInspector(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, null),
    };

    /// <summary>The source of the current time; tests replace it.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>What this user's processes have to remove.</summary>
    public Func<LeaseStore> Leases { get; init; } = () => new LeaseStore(StateDirectory.Locate());

    /// <summary>Remove what killed processes left.</summary>
    public Func<MySqlServerRequest, IReadOnlyList<ILeaseSweeper>> Sweepers { get; init; } = MySqlServers.Sweepers;

    /// <summary>Look at the ways to a MySQL server.</summary>
    public Func<MySqlServerRequest, CancellationToken, Task<IReadOnlyList<ServerProbe>>> ServerProbes { get; init; } = MySql.Servers.Probing.ServerProbes.RunAsync;

    /// <summary>All rules' pages.</summary>
    public Func<IReadOnlyList<RulePage>> RulePages { get; init; } = RuleBook.Read;

    /// <summary>The day that accepted differences are held against.</summary>
    public Func<DateOnly> Today { get; init; } = () => DateOnly.FromDateTime(DateTime.UtcNow);
}
