using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Tool.Verification;

/// <summary>Everything the stages judge, read from the application and from the databases.</summary>
/// <param name="Models">The model under both providers.</param>
/// <param name="ModelTime">How long it took to get them.</param>
/// <param name="Schemas">What was read on each engine; empty when no stage needs a database.</param>
/// <param name="SchemaTime">How long that took.</param>
internal sealed record Evidence(ModelPair Models, TimeSpan ModelTime, IReadOnlyList<EngineSchemas> Schemas, TimeSpan SchemaTime)
{
    /// <summary>What became of the planted defects, or null when none were asked for.</summary>
    public SelfTestResult? SelfTest { get; init; }

    /// <summary>The servers that took part.</summary>
    public IReadOnlyDictionary<Engine, EngineInfo> Servers =>
        Schemas.Where(schemas => schemas.Server is not null).ToDictionary(
            schemas => schemas.Engine,
            schemas => schemas.Server!.RunWith(Models[schemas.Engine].LibraryVersion));

    /// <summary>The file of the project that was checked.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>The folders that the build of the projects went to.</summary>
    public IReadOnlyList<string> OutputFolders { get; init; } = [];

    /// <summary>What the stages found, with the lines that it comes from; empty when nobody judged.</summary>
    public IReadOnlyList<StageResult> Stages { get; init; } = [];

    /// <summary>What the migrations of each engine build, side by side; null where nothing was read.</summary>
    public SchemaSides? Sides => SchemaSides.OfEngines(Migrated(Engine.Sqlite), Migrated(Engine.MySql));

    /// <summary>What kept the evidence from being complete, or null.</summary>
    public ReportError? Error => Schemas.SelectMany(schemas => schemas.Obstacles).FirstOrDefault() is { } first
        ? new ReportError(first.Code, first.Reason, first.Hint)
        : null;

    private DatabaseSchema? Migrated(Engine engine) => Schemas.FirstOrDefault(schemas => schemas.Engine == engine)?.Migrated;
}
