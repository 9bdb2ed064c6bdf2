using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Reports;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Verification;

/// <summary>What was read from the application and from the scratch databases.</summary>
/// <param name="Models">The model under both providers.</param>
/// <param name="Schemas">What was read on each engine; empty when no stage needs a database.</param>
/// <param name="ProjectFile">The file of the project that was checked.</param>
internal sealed record Evidence(EnginePair<EngineModel> Models, IReadOnlyList<EngineSchemas> Schemas, string? ProjectFile = null)
{
    /// <summary>The servers that took part.</summary>
    public IReadOnlyDictionary<Engine, EngineInfo> Servers =>
        Schemas.Where(schemas => schemas.Server is not null).ToDictionary(
            schemas => schemas.Engine,
            schemas => schemas.Server!.RunWith(Models[schemas.Engine].LibraryVersion));

    /// <summary>What the migrations of each engine build, side by side; null where nothing was read.</summary>
    public SchemaSides? Sides => SchemaSides.OfEngines(Migrated(Engine.Sqlite), Migrated(Engine.MySql));

    /// <summary>What kept the evidence from being complete, or null.</summary>
    public ReportError? Error => Schemas.SelectMany(schemas => schemas.Obstacles).FirstOrDefault() is { } first
        ? new ReportError(first.Code, first.Reason, first.Hint)
        : null;

    private DatabaseSchema? Migrated(Engine engine) => Schemas.FirstOrDefault(schemas => schemas.Engine == engine)?.Migrated;
}
