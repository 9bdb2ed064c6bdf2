using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Stages;

/// <summary>One engine's half of the drift check.</summary>
/// <param name="Migrated">What its migrations build.</param>
/// <param name="FromModel">What its model builds directly, read from the same server.</param>
/// <param name="Model">The model, or null.</param>
public sealed record DriftInput(DatabaseSchema Migrated, DatabaseSchema FromModel, EngineModel? Model);
