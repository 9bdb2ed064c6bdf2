using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Tracing.Origins;
using MigrateBoth.MySql.Scripts;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Sealing.Inputs;
using RowTable = MigrateBoth.Core.RoundTrip.RowTable;

namespace MigrateBoth.Tool.Tests.Commands.Fakes;

/// <summary>
/// An application whose build, host and servers do what a test says, and that counts what is still there. The real parts have
/// tests of their own; here it is about what a command makes of their answers.
/// </summary>
internal sealed class FakeApplication : IProjectBuilder, IDesignHostLauncher, IBuildInspector, IDisposable
{
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("migrateboth-state-");

    public List<string> Started { get; } = [];

    public List<string> Alive { get; } = [];

    public Func<CancellationToken, Task> Building { get; set; } = _ => Task.CompletedTask;

    /// <summary>What the MySQL server was required to be.</summary>
    public IReadOnlyList<ServerRequirement> Requirements { get; set; } = [];

    /// <summary>Whether the MySQL server is what was found, because nothing was named.</summary>
    public bool IsVendorOpen { get; set; }

    public Func<Engine, CancellationToken, Task> StartingServer { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Before a database is made, by its purpose.</summary>
    public Action<Engine, string> CreatingDatabase { get; set; } = (_, _) => { };

    public Func<Engine, CancellationToken, Task<MigrationFailure?>> Applying { get; set; } = (_, _) => Task.FromResult<MigrationFailure?>(null);

    public Func<Engine, CancellationToken, Task> Creating { get; set; } = (_, _) => Task.CompletedTask;

    public Func<Engine, EngineModel> Models { get; set; } = SampleModels.Of;

    /// <summary>The models of several configurations; null where <see cref="Models"/> are those of all.</summary>
    public Func<MigrateBothConfiguration, Engine, EngineModel>? ModelsOf { get; set; }

    public Func<Engine, EngineOrigins> Origins { get; set; } = engine => new EngineOrigins(engine, [], []);

    public Func<FixTarget, string?> Fix { get; set; } = _ => null;

    public Func<Engine, string, DatabaseSchema> Schemas { get; set; } = (engine, _) => SampleModels.SchemaOf(engine);

    /// <summary>What a database has recorded; null when it has no history table.</summary>
    public Func<Engine, IReadOnlyList<string>?> Recorded { get; set; } = _ => ["20260101000000_Init"];

    /// <summary>What MSBuild says of the build.</summary>
    public InspectedBuild Inspected { get; set; } = new(new BuildFacts("10.0.401", new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>()), null);

    /// <summary>The SDK that is there at the gate.</summary>
    public string Sdk { get; set; } = "10.0.401";

    /// <summary>What running expressions comes to: all do the same.</summary>
    public Func<ExecutionPlan, IReadOnlyList<ExpressionVerdict>> Run { get; set; } = plan => plan.Obstacles;

    /// <summary>What the mysql client says of the idempotent script.</summary>
    public ClientRun Script { get; set; } = new("mysql in the container", null);

    public ToolServices Services => new()
    {
        BuildInspector = () => this,
        ProjectBuilder = _ => this,
        DesignHost = _ => this,
        SqliteServer = _ => new FakeServer(this, Engine.Sqlite),
        MySqlServer = async (request, _, _, cancellationToken) =>
        {
            Started.Add($"mysql {request.Server}");
            await StartingServer(Engine.MySql, cancellationToken);
            return new FakeServer(this, Engine.MySql);
        },
        CatalogReader = model => new FakeCatalogReader(this, model.Engine),
        MySqlScript = (_, _, _, _) => Task.FromResult(Script),
        RowStore = engine => new FakeRowStore(engine),
        DatabaseCatalog = (engine, _) => new FakeCatalogReader(this, engine),
        HistoryTable = model => new FakeHistoryTable(this, model.Engine),
        Expressions = (plan, _, _, _) => Task.FromResult(Run(plan)),
        Leases = () => new LeaseStore(_state.FullName),
        Sweepers = _ => [],
        Today = () => new DateOnly(2026, 11, 22),
    };

    public void Dispose() => _state.Delete(recursive: true);

    public async Task<BuiltProject> BuildAsync(MigrateBothConfiguration configuration, BuildSettings settings, CancellationToken cancellationToken)
    {
        Started.Add("build");
        await Building(cancellationToken);
        var output = new ProjectOutput("/app/App.csproj", "/app/App.dll", "App", "App", "net10.0", "enable", "C#");
        return new BuiltProject { Project = output, Startup = output, SqliteMigrations = output, MySqlMigrations = output };
    }

    public Task<InspectedBuild> InspectAsync(IReadOnlyList<string> projects, BuildSettings settings, MigrateBothConfiguration configuration, CancellationToken cancellationToken) =>
        Task.FromResult(Inspected);

    public Task<string> SdkVersionAsync(string folder, CancellationToken cancellationToken) => Task.FromResult(Sdk);

    public Task<IDesignHost> StartAsync(
        BuiltProject project, MigrateBothConfiguration configuration, IReadOnlyList<string> applicationArguments, CancellationToken cancellationToken)
    {
        Started.Add($"host {string.Join(' ', applicationArguments)}".Trim());
        return Task.FromResult<IDesignHost>(new FakeHost(this, configuration));
    }

    public IAsyncDisposable Living(string name)
    {
        lock (Alive)
        {
            Alive.Add(name);
        }

        return new Life(this, name);
    }

    private sealed class Life(FakeApplication application, string name) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            lock (application.Alive)
            {
                Assert.True(application.Alive.Remove(name), $"{name} was removed twice");
            }

            return ValueTask.CompletedTask;
        }
    }

    private sealed class FakeServer(FakeApplication application, Engine engine) : IScratchServer
    {
        private readonly IAsyncDisposable _life = application.Living($"server {engine.Id()}");

        public Engine Engine => engine;

        public ServerIdentity Identity => SampleModels.SchemaOf(engine).Server;

        public string Source => engine == Engine.Sqlite ? "file" : "container";

        public string? Image => engine == Engine.Sqlite ? null : "mysql:8.4";

        public IReadOnlyList<ServerRequirement> Requirements => engine == Engine.Sqlite ? [] : application.Requirements;

        public bool IsVendorOpen => engine == Engine.MySql && application.IsVendorOpen;

        public Task<IScratchDatabase> CreateDatabaseAsync(string purpose, CancellationToken cancellationToken)
        {
            application.CreatingDatabase(engine, purpose);
            return Task.FromResult<IScratchDatabase>(new FakeDatabase(application, engine, purpose));
        }

        public ValueTask DisposeAsync() => _life.DisposeAsync();
    }

    private sealed class FakeDatabase(FakeApplication application, Engine engine, string purpose) : IScratchDatabase
    {
        private readonly IAsyncDisposable _life = application.Living($"database {engine.Id()} {purpose}");

        public Engine Engine => engine;

        public string Name => purpose;

        // What a suite gets is read as a connection string; the catalogs' readers are asked by purpose.
        public string ConnectionString => purpose == "tests" ? $"Server=127.0.0.1;Port=1;User ID=u;Password=p;Database={purpose}" : purpose;

        public ValueTask DisposeAsync() => _life.DisposeAsync();
    }

    private sealed class FakeCatalogReader(FakeApplication application, Engine engine) : ICatalogReader
    {
        public Engine Engine => engine;

        public Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken) =>
            Task.FromResult(application.Schemas(engine, connectionString == "script" ? "migrated" : connectionString)); // The script builds what the migrations build.
    }

    private sealed class FakeHistoryTable(FakeApplication application, Engine engine) : IHistoryTableReader
    {
        public Engine Engine => engine;

        public Task<IReadOnlyList<string>?> ReadAsync(string connectionString, CancellationToken cancellationToken) =>
            Task.FromResult(application.Recorded(engine));
    }

    /// <summary>Takes every row and holds none.</summary>
    private sealed class FakeRowStore(Engine engine) : IRowStore, IRowSession
    {
        public Engine Engine => engine;

        public Task<IRowSession> OpenAsync(string connectionString, CancellationToken cancellationToken) => Task.FromResult<IRowSession>(this);

        public Task<RowRefusal?> InsertAsync(RowTable table, TableRows rows, bool checksReferences, CancellationToken cancellationToken) => Task.FromResult<RowRefusal?>(null);

        public Task EndAsync(bool keep, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<TableRows> ReadAsync(RowTable table, CancellationToken cancellationToken) => Task.FromResult(TableRows.None);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class FakeHost(FakeApplication application, MigrateBothConfiguration configuration) : IDesignHost
    {
        private readonly IAsyncDisposable _life = application.Living("host");

        public event Action<HostProgress>? Progress;

        public Task<EngineModel> DescribeAsync(Engine engine, CancellationToken cancellationToken) => Task.FromResult(application.ModelsOf?.Invoke(configuration, engine) ?? application.Models(engine));

        public Task<ProbeSurface> SurfaceAsync(Engine engine, CancellationToken cancellationToken) => Task.FromResult(new ProbeSurface(
            [], [new ProbeObject { Kind = ProbeKind.Insert, Entity = "Shop.Order", Name = "row", Object = new("Orders") }]));

        public Task<IReadOnlyList<ProbeOutcome>> ProbeAsync(Engine engine, string connectionString, IReadOnlyList<Probe> probes, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ProbeOutcome>>([.. probes.Select(probe => new ProbeOutcome { Probe = probe.Id, Answers = [new ProbeAnswer("row", ["accepted"])] })]);

        public Task<EngineHistory> HistoryAsync(Engine engine, CancellationToken cancellationToken) => throw NotAsked();

        public async Task<MigrationRun> ApplyAsync(
            Engine engine, string connectionString, string? target, TimeSpan? lockTimeout, CancellationToken cancellationToken)
        {
            Progress?.Invoke(new HostProgress(engine, "applying 20260101000000_Init (1/1)"));
            var failure = await application.Applying(engine, cancellationToken);
            return new MigrationRun { Engine = engine, Completed = failure is null ? ["20260101000000_Init"] : [], Failure = failure };
        }

        public Task<MigrationContent> ContentAsync(Engine engine, string migration, CancellationToken cancellationToken) =>
            Task.FromResult(new MigrationContent { Id = migration, Up = [] });

        public Task CreateFromModelAsync(Engine engine, string connectionString, CancellationToken cancellationToken) =>
            application.Creating(engine, cancellationToken);

        public Task<IReadOnlyList<string>> CreateStandInsAsync(Engine engine, string connectionString, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<string>>(application.Models(engine).Tables.Where(table => table.IsExcludedFromMigrations).Select(table => table.Name).ToList());

        public Task<IReadOnlyList<FixCode?>> FixesAsync(Engine engine, IReadOnlyList<FixTarget> targets, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<FixCode?>>([.. targets.Select(target => application.Fix(target) is { } code ? new FixCode(code, string.Empty) : null)]);

        public Task<EngineOrigins> OriginsAsync(Engine engine, CancellationToken cancellationToken) => Task.FromResult(application.Origins(engine));

        public Task<IReadOnlyList<MigrationOperations>> OperationsAsync(Engine engine, CancellationToken cancellationToken) => throw NotAsked();

        public Task<ScaffoldedMigration> ScaffoldAsync(Engine engine, string timestamp, string name, CancellationToken cancellationToken) => throw NotAsked();

        public Task<MigrationRemoval?> PlanRemovalAsync(Engine engine, CancellationToken cancellationToken) => throw NotAsked();

        public Task<string> ScriptAsync(Engine engine, string? from, string? to, bool idempotent, CancellationToken cancellationToken) => Task.FromResult("-- nothing");

        public Task<MigrationPlan> PlanApplyAsync(Engine engine, string connectionString, string? target, CancellationToken cancellationToken) => throw NotAsked();

        public ValueTask DisposeAsync() => _life.DisposeAsync();

        private static MigrateBothException NotAsked() => new(ExitCode.Internal, "not-asked", "a check has no business here");
    }
}
