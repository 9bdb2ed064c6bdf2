using MigrateBoth.Core;
using MigrateBoth.Core.Execution;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Stages;
using MigrateBoth.Detection.Tests.Planting;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.MySql.Rows;
using MigrateBoth.MySql.Servers;
using MigrateBoth.Sqlite;
using MigrateBoth.Sqlite.Rows;
using MigrateBoth.Tool;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Verification;
using MigrateBoth.Tool.Verification.SelfTest;

namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>The sample on both engines: the models, what the migrations build, and what the models build directly.</summary>
public sealed class ShopFixture : IAsyncLifetime
{
    private readonly string _stateDirectory = Directory.CreateTempSubdirectory("migrateboth-detection-").FullName;
    private readonly Dictionary<Engine, IScratchServer> _servers = [];
    private readonly Dictionary<Engine, IOriginal> _originals = [];

    /// <summary>The models under both providers.</summary>
    internal EnginePair<EngineModel> Models { get; private set; } = null!;

    /// <summary>What the models build.</summary>
    internal EnginePair<DatabaseSchema> FromModel { get; private set; } = null!;

    /// <summary>What the migrations build, without a defect.</summary>
    internal EnginePair<DatabaseSchema> Migrated { get; private set; } = null!;

    /// <summary>The migrated database of one engine.</summary>
    internal IOriginal this[Engine engine] => _originals[engine];

    public async Task InitializeAsync()
    {
        var lease = new LeaseStore(_stateDirectory).Open();
        _servers[Engine.Sqlite] = SqliteScratchServer.Start(lease);
        var starting = StartMySqlAsync(lease);
        try
        {
            await using var host = await RealApplication.Shop.StartAsync(CancellationToken.None);
            await starting;
            await ReadBothAsync(host);
        }
        finally
        {
            // Whatever went wrong: a server that is still coming up has to be known to DisposeAsync.
            await Task.WhenAny(starting);
        }
    }

    public async Task DisposeAsync()
    {
        foreach (var original in _originals.Values)
        {
            await original.DisposeAsync();
        }

        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(_stateDirectory, recursive: true);
    }

    /// <summary>All stages, on the given catalogs.</summary>
    internal Verdict Judge(EnginePair<DatabaseSchema> migrated) => Judge(Models, FromModel, migrated);

    /// <summary>Plants the defect in a copy and judges that copy beside the other engine's original.</summary>
    internal async Task<Verdict> PlantAsync(PlantedDefect defect)
    {
        var original = this[defect.Engine];
        await using var copy = await original.CopyAsync();
        await original.PlantAsync(copy, defect.Steps);
        var planted = await original.Reader.ReadAsync(copy.ConnectionString, CancellationToken.None);
        return Judge(defect.Engine == Engine.Sqlite ? Migrated with { Sqlite = planted } : Migrated with { MySql = planted });
    }

    /// <summary>The product's self-test on the sample.</summary>
    internal async Task<SelfTestResult> SelfTestAsync()
    {
        var oracle = new ExpressionOracle(new SqliteExecution(), new MySqlExecution());
        var runner = new SelfTestRunner(
            engine => this[engine].Reader,
            new PlainProgress(TextWriter.Null, verbose: false, quiet: true),
            run: (schemas, expressions, token) => oracle.RunAsync(ExecutionPlanner.Plan(schemas, expressions, Models), _servers[Engine.Sqlite], _servers[Engine.MySql], token));
        return await runner.RunAsync(await CopiesAsync(), Models, CancellationToken.None);
    }

    /// <summary>What was read, with the means to copy it.</summary>
    internal async Task<IReadOnlyList<EngineSchemas>> CopiesAsync()
    {
        var sources = new ToolServices().CloneSource;
        var schemas = new List<EngineSchemas>();
        foreach (var engine in EngineNames.All)
        {
            schemas.Add(new EngineSchemas
            {
                Engine = engine,
                Migrated = Migrated[engine],
                FromModel = FromModel[engine],
                Copies = await sources(_servers[engine], this[engine].ConnectionString, CancellationToken.None),
            });
        }

        return schemas;
    }

    /// <summary>What another application's model says and builds directly, on the same servers, and what is found in that.</summary>
    internal async Task<(EnginePair<EngineModel> Models, Verdict Verdict)> JudgeModelAsync(RealApplication application)
    {
        await using var host = await application.StartAsync(CancellationToken.None);
        var (sqlite, mySql) = (await CreateAsync(host, Engine.Sqlite), await CreateAsync(host, Engine.MySql));
        var schemas = new EnginePair<DatabaseSchema>(sqlite.FromModel, mySql.FromModel);
        var models = new EnginePair<EngineModel>(sqlite.Model, mySql.Model);
        // Of a side without migrations only that is said; here what the model builds represents what they would.
        var migrated = new EnginePair<EngineModel>(WithMigration(sqlite.Model), WithMigration(mySql.Model));
        return (models, Judge(migrated, schemas, schemas, history: models));
    }

    private static EngineModel WithMigration(EngineModel model) => model with
    {
        Migrations = [new MigrationDescription { Id = "20260101000000_Initial", Name = "Initial", TypeName = "Initial", HasTargetModel = true }],
    };

    private static Verdict Judge(EnginePair<EngineModel> models, EnginePair<DatabaseSchema> fromModel, EnginePair<DatabaseSchema> migrated, EnginePair<EngineModel>? history = null) => new(
    [
        HistoryStage.Run(history ?? models),
        DriftStage.Run([.. EngineNames.All.Select(engine => new DriftInput(migrated[engine], fromModel[engine], models[engine]))]),
        ParityStage.Run(migrated, fromModel, models),
    ]);

    private async Task StartMySqlAsync(ILease lease)
    {
        var request = new MySqlServerRequest { Server = MySqlAvailability.Server, StateDirectory = _stateDirectory };
        _servers[Engine.MySql] = await MySqlServers.StartAsync(request, lease, new Progress<string>(), CancellationToken.None);
    }

    private async Task ReadBothAsync(IDesignHost host)
    {
        Migrated = new EnginePair<DatabaseSchema>(await MigrateAsync(host, Engine.Sqlite), await MigrateAsync(host, Engine.MySql));
        var (sqlite, mySql) = (await CreateAsync(host, Engine.Sqlite), await CreateAsync(host, Engine.MySql));
        Models = new EnginePair<EngineModel>(sqlite.Model, mySql.Model);
        FromModel = new EnginePair<DatabaseSchema>(sqlite.FromModel, mySql.FromModel);
    }

    private async Task<DatabaseSchema> MigrateAsync(IDesignHost host, Engine engine)
    {
        var database = await _servers[engine].CreateDatabaseAsync("migrated", CancellationToken.None);
        var run = await host.ApplyAsync(engine, database.ConnectionString, target: null, TimeSpan.FromSeconds(30), CancellationToken.None);
        Assert.Null(run.Failure);
        _originals[engine] = engine == Engine.Sqlite
            ? new SqliteOriginal(_servers[engine], database)
            : await MySqlOriginal.CreateAsync(_servers[engine], database);
        return await _originals[engine].Reader.ReadAsync(database.ConnectionString, CancellationToken.None);
    }

    private async Task<(EngineModel Model, DatabaseSchema FromModel)> CreateAsync(IDesignHost host, Engine engine)
    {
        await using var database = await _servers[engine].CreateDatabaseAsync("model", CancellationToken.None);
        await host.CreateFromModelAsync(engine, database.ConnectionString, CancellationToken.None);
        return (
            await host.DescribeAsync(engine, CancellationToken.None),
            await _originals[engine].Reader.ReadAsync(database.ConnectionString, CancellationToken.None));
    }
}
