using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;

namespace MigrateBoth.Tool.Verification;

/// <summary>What could be read on one engine.</summary>
internal sealed record EngineSchemas
{
    public required Engine Engine { get; init; }

    /// <summary>The server, or null when it never came up.</summary>
    public EngineInfo? Server { get; init; }

    /// <summary>What the migrations build, or null when they could not be applied or read.</summary>
    public DatabaseSchema? Migrated { get; init; }

    /// <summary>What the model builds, or null when it could not be created or read.</summary>
    public DatabaseSchema? FromModel { get; init; }

    /// <summary>The migrated database, for as long as the reading is open; null where there is none.</summary>
    public IScratchDatabase? Database { get; init; }

    /// <summary>The database made from the model, where it is kept as well; null otherwise.</summary>
    public IScratchDatabase? ModelDatabase { get; init; }

    /// <summary>Makes copies of the migrated database, or null where none are requested.</summary>
    public ICloneSource? Copies { get; init; }

    /// <summary>What the migrations did outside their database.</summary>
    public IReadOnlyList<Finding> Outside { get; init; } = [];

    /// <summary>Why something is missing; empty when all is there.</summary>
    public IReadOnlyList<SchemaObstacle> Obstacles { get; init; } = [];
}
