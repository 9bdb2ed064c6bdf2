using System.Globalization;
using System.Text.Json;
using Generated.Spec;
using MigrateBoth.Core;
using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.RoundTrip;
using MigrateBoth.Core.Rules;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.Stages;
using MigrateBoth.Detection.Tests.Shop;
using MigrateBoth.Tool;
using MigrateBoth.Tool.DesignHost;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Verification;
using MigrateBoth.Tool.Verification.RoundTrip;

namespace MigrateBoth.Detection.Tests.Generation;

/// <summary>
/// The application that reads its model from a file, in the real design host: one process for all models, because its build does not
/// change with them. Its scaffolded migrations are compiled inside it.
/// </summary>
internal sealed class GeneratedApplication : IAsyncDisposable
{
    private static readonly PlainProgress Quiet = new(TextWriter.Null, verbose: false, quiet: true);

    private readonly string _folder;
    private readonly IDesignHost _host;
    private int _migrations;

    private GeneratedApplication(string folder, IDesignHost host) => (_folder, _host) = (folder, host);

    public static async Task<GeneratedApplication> StartAsync()
    {
        var configuration = ConfigurationLoader.Load(new ConfigurationSources
        {
            WorkingDirectory = Path.Combine(Repository.Directory, "tests/MigrateBoth.Detection.Tests/Fixtures/Generated"),
            KnownRules = [.. RuleSet.ById.Keys],
        });
        var build = new BuildSettings(NoBuild: true, Configuration: "Debug", Framework: null);
        var project = await new ProjectBuilder(Quiet).BuildAsync(configuration, build, CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory("migrateboth-generated-").FullName;
        return new GeneratedApplication(folder, await new DesignHostLauncher().StartAsync(project, configuration, ["--folder", folder], CancellationToken.None));
    }

    /// <summary>Forgets all migrations: another application begins.</summary>
    public void Begin()
    {
        foreach (var engine in EngineNames.All)
        {
            var folder = FolderOf(engine);
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.GetFiles(folder))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Makes this the model, and scaffolds a migration to it for both engines.</summary>
    public async Task AddAsync(ModelSpec model)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "model.json"), JsonSerializer.Serialize(model));
        var number = ++_migrations;
        var timestamp = new DateTime(2026, 1, 1).AddMinutes(number).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        foreach (var side in await Task.WhenAll(EngineNames.All.Select(engine =>
            _host.ScaffoldAsync(engine, timestamp, string.Create(CultureInfo.InvariantCulture, $"Step{number}"), CancellationToken.None))))
        {
            foreach (var file in side.Files.Where(file => file.Content is not null))
            {
                await File.WriteAllTextAsync(Path.Combine(FolderOf(side.Engine), Path.GetFileName(file.Path)), file.Content);
            }
        }
    }

    /// <summary>What <c>verify</c> reads of it, on real servers.</summary>
    public async Task<Evidence> VerifyAsync(IReadOnlyDictionary<Engine, IScratchServer> servers) => (await VerifyAsync(servers, withLevels: false)).Evidence;

    /// <summary>The same, and what rows and queries find: levels 4 and 5.</summary>
    public Task<(Evidence Evidence, IReadOnlyList<StageResult> Levels)> VerifyWithLevelsAsync(IReadOnlyDictionary<Engine, IScratchServer> servers) => VerifyAsync(servers, withLevels: true);

    private async Task<(Evidence Evidence, IReadOnlyList<StageResult> Levels)> VerifyAsync(IReadOnlyDictionary<Engine, IScratchServer> servers, bool withLevels)
    {
        var models = new EnginePair<EngineModel>(await DescribeAsync(Engine.Sqlite), await DescribeAsync(Engine.MySql));
        var services = new ToolServices();
        await using var databases = new ScratchDatabaseScope();
        var schemas = await Task.WhenAll(EngineNames.All.Select(engine =>
            new EngineSchemaReader(_host, models[engine], services.CatalogReader(models[engine]), databases, keepsModel: withLevels, Quiet, services.CloneSource).ReadAsync(Task.FromResult(servers[engine]), CancellationToken.None)));
        return (new Evidence(models, schemas), withLevels && schemas.All(schema => !schema.Obstacles.Any()) ? await LevelsAsync(models, schemas, servers, services) : []);
    }

    private async Task<IReadOnlyList<StageResult>> LevelsAsync(EnginePair<EngineModel> models, IReadOnlyList<EngineSchemas> schemas, IReadOnlyDictionary<Engine, IScratchServer> servers, ToolServices services)
    {
        var settings = RoundTripSettings.Default;
        var sides = EngineNames.All.Select(engine => new TripSide(_host, models[engine], servers[engine], services.CatalogReader(models[engine]), services.RowStore(engine))).ToList();
        try
        {
            var trip = await new RoundTripRunner(sides, _host.ContentAsync, settings, Quiet).RunAsync(TripPlan.Of(models, null, settings), CancellationToken.None);
            var (seeds, compared) = await new SeedCheck(models, services.RowStore).RunAsync(schemas, new HashSet<ObjectPath>(), CancellationToken.None);
            var behaviour = await new BehaviourProbing(_host, models, Quiet).RunAsync(schemas, CancellationToken.None);
            return [RoundTripStage.Run(trip with { Facts = [.. trip.Facts, .. seeds], Checked = trip.Checked + compared }), behaviour.Stage];
        }
        finally
        {
            foreach (var side in sides)
            {
                await side.DisposeAsync();
            }

            await UseUpAsync();
        }
    }

    // The host keeps a context for the next request, which will be about another model: a scaffolding uses it up.
    private Task UseUpAsync() => Task.WhenAll(EngineNames.All.Select(UseUpAsync));

    private Task UseUpAsync(Engine engine) => _host.ScaffoldAsync(engine, "20991231235959", "UsedUp", CancellationToken.None);

    /// <summary>What the first three stages find in that.</summary>
    public static IReadOnlyList<Finding> Findings(Evidence evidence) =>
    [
        .. VerifyStages.History(evidence.Models, TimeSpan.Zero, baseline: null).Findings,
        .. VerifyStages.Drift(evidence.Schemas, evidence.Models, TimeSpan.Zero).Findings,
        .. VerifyStages.Parity(evidence.Schemas, evidence.Models, TimeSpan.Zero).Findings,
    ];

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string FolderOf(Engine engine) => Path.Combine(_folder, engine == Engine.Sqlite ? "Sqlite" : "MySql");

    private async Task<EngineModel> DescribeAsync(Engine engine)
    {
        var model = await _host.DescribeAsync(engine, CancellationToken.None);
        await UseUpAsync(engine);
        return model;
    }
}
