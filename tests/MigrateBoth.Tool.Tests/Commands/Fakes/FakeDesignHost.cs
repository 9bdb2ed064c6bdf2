using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Core.Tracing.Origins;
using MigrateBoth.Tool.DesignHost;

namespace MigrateBoth.Tool.Tests.Commands.Fakes;

/// <summary>An EF Core that answers what the test wants to hear.</summary>
internal sealed class FakeDesignHost : IDesignHost
{
    private readonly string _project;

    public FakeDesignHost(string project, IReadOnlyList<string> migrations)
    {
        _project = project;
        Models = new EnginePair<EngineModel>(Model(Engine.Sqlite, migrations), Model(Engine.MySql, migrations));
        foreach (var engine in EngineNames.All)
        {
            Operations[engine] = [];
            Plans[engine] = new MigrationPlan { Engine = engine, DatabaseExists = true, Applied = [], Unknown = [], Pending = [] };
        }
    }

    public event Action<HostProgress>? Progress;

    public EnginePair<EngineModel> Models { get; set; }

    public Dictionary<Engine, IReadOnlyList<OperationDescription>> Operations { get; } = [];

    public Dictionary<Engine, MigrationPlan> Plans { get; } = [];

    public Dictionary<Engine, Func<MigrationRun>> Runs { get; } = [];

    public Func<Engine, MigrationRemoval?>? Removal { get; set; }

    /// <summary>Why an engine's context cannot be made.</summary>
    public Func<Engine, Exception?> HistoryFailure { get; set; } = _ => null;

    /// <summary>The body of a scaffolded migration; <c>{name}</c> represents its name.</summary>
    public string MigrationBody { get; set; } = "public partial class {name} : Migration { }";

    /// <summary>Whether an engine's options tell its migrations apart.</summary>
    public Func<Engine, bool?> IsToldApart { get; set; } = _ => true;

    /// <summary>The script of an engine; null for one statement that names it.</summary>
    public Func<Engine, string>? Script { get; set; }

    public Dictionary<string, IReadOnlyList<OperationDescription>> MigrationOperations { get; } = [];

    public List<string> Requests { get; } = [];

    public bool IsDisposed { get; private set; }

    public static EngineModel Model(Engine engine, IEnumerable<string> migrations, string context = "Shop.ShopContext") => new()
    {
        Engine = engine,
        ContextType = context,
        ObtainedBy = "test",
        ProviderName = engine.DisplayName(),
        ProviderVersion = "9.0.0",
        EfCoreVersion = "9.0.0",
        EntityTypeCount = 1,
        MigrationsAssembly = "Shop",
        HasSnapshot = true,
        Migrations = [.. migrations.Select(id => Migration(id))],
    };

    private static MigrationDescription Migration(string id) => new()
    {
        Id = id,
        Name = id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..],
        TypeName = $"Shop.{id}",
        HasTargetModel = true,
    };

    public static OperationDescription Operation(string summary, bool destructive = false) =>
        new() { Kind = "AddColumn", Summary = summary, IsDestructive = destructive };

    public string Folder(Engine engine) => Path.Combine(_project, "Migrations", engine == Engine.Sqlite ? "Sqlite" : "MySql");

    public Task<ProbeSurface> SurfaceAsync(Engine engine, CancellationToken cancellationToken) => Task.FromResult(new ProbeSurface(
        [], [new ProbeObject { Kind = ProbeKind.Insert, Entity = "Shop.Order", Name = "row", Object = new("Orders") }]));

    public Task<IReadOnlyList<ProbeOutcome>> ProbeAsync(Engine engine, string connectionString, IReadOnlyList<Probe> probes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ProbeOutcome>>([.. probes.Select(probe => new ProbeOutcome { Probe = probe.Id, Answers = [new ProbeAnswer("row", ["accepted"])] })]);

    public Task<EngineHistory> HistoryAsync(Engine engine, CancellationToken cancellationToken)
    {
        Requests.Add($"history {engine.Id()}");
        if (HistoryFailure(engine) is { } failure)
        {
            throw failure;
        }

        return Task.FromResult(engine == Engine.Sqlite ? Models.Select(model => model.ToHistory()).Sqlite : Models.Select(model => model.ToHistory()).MySql);
    }

    public Task<EngineModel> DescribeAsync(Engine engine, CancellationToken cancellationToken)
    {
        Requests.Add($"describe {engine.Id()}");
        Progress?.Invoke(new HostProgress(engine, "describing"));
        return Task.FromResult(Models[engine]);
    }

    public Task<IReadOnlyList<FixCode?>> FixesAsync(Engine engine, IReadOnlyList<FixTarget> targets, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<FixCode?>>([.. targets.Select(_ => (FixCode?)null)]);

    public Task<EngineOrigins> OriginsAsync(Engine engine, CancellationToken cancellationToken) => Task.FromResult(new EngineOrigins(engine, [], []));

    public Task<IReadOnlyList<MigrationOperations>> OperationsAsync(Engine engine, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MigrationOperations>>(
            [.. Models[engine].Migrations.Select(migration => new MigrationOperations(migration.Id, MigrationOperations.GetValueOrDefault(migration.Id, [])))]);

    public Task<ScaffoldedMigration> ScaffoldAsync(Engine engine, string timestamp, string name, CancellationToken cancellationToken)
    {
        var id = $"{timestamp}_{name}";
        var container = engine == Engine.Sqlite ? "Shop.Migrations.Sqlite" : "Shop.Migrations.MySql";
        var body = MigrationBody.Replace("{name}", name, StringComparison.Ordinal);
        return Task.FromResult(new ScaffoldedMigration
        {
            Engine = engine,
            Id = id,
            Operations = Operations[engine],
            IsToldApart = IsToldApart(engine),
            Files =
            [
                new ScaffoldedFile(Path.Combine(Folder(engine), $"{id}.cs"), $"using System;\n\nnamespace {container}\n{{\n    {body}\n}}\n"),
                new ScaffoldedFile(Path.Combine(Folder(engine), $"{id}.Designer.cs"), $"namespace {container}\n{{\n    partial class {name} {{ }}\n}}\n"),
                new ScaffoldedFile(Path.Combine(Folder(engine), "ShopContextModelSnapshot.cs"), $"// snapshot after {id}\n"),
            ],
        });
    }

    public Task<MigrationRemoval?> PlanRemovalAsync(Engine engine, CancellationToken cancellationToken) => Task.FromResult(Removal?.Invoke(engine));

    public Task<string> ScriptAsync(Engine engine, string? from, string? to, bool idempotent, CancellationToken cancellationToken)
    {
        Requests.Add($"script {engine.Id()} {from ?? "-"} {to ?? "-"} {(idempotent ? "idempotent" : "plain")}");
        return Task.FromResult(Script?.Invoke(engine) ?? $"SELECT '{engine.Id()}';\n");
    }

    public Task<MigrationPlan> PlanApplyAsync(Engine engine, string connectionString, string? target, CancellationToken cancellationToken)
    {
        Requests.Add($"plan {engine.Id()} {target ?? "-"}");
        return Task.FromResult(Plans[engine]);
    }

    public Task<MigrationRun> ApplyAsync(Engine engine, string connectionString, string? target, TimeSpan? lockTimeout, CancellationToken cancellationToken)
    {
        Requests.Add($"apply {engine.Id()} {target ?? "-"}");
        return Task.FromResult(Runs[engine]());
    }

    public Task CreateFromModelAsync(Engine engine, string connectionString, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<string>> CreateStandInsAsync(Engine engine, string connectionString, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return ValueTask.CompletedTask;
    }
}
