using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Protocol;

/// <summary>One side of a pair of migrations, ready to be written.</summary>
public sealed record ScaffoldedMigration
{
    /// <summary>The engine it is for.</summary>
    public required Engine Engine { get; init; }

    /// <summary>The migration's id.</summary>
    public required string Id { get; init; }

    /// <summary>Migration, Designer and snapshot files.</summary>
    public required IReadOnlyList<ScaffoldedFile> Files { get; init; }

    /// <summary>
    /// Whether the application's own options tell this engine's migrations from those of other engines in the same assembly: false where EF Core's
    /// own search is in place, null where the application makes no options for this engine.
    /// </summary>
    public bool? IsToldApart { get; init; }

    /// <summary>Values of the model that are others each time it is built.</summary>
    public IReadOnlyList<UnstableValue> Unstable { get; init; } = [];

    /// <summary>What <c>Up</c> does; empty when this side has nothing to change.</summary>
    public required IReadOnlyList<OperationDescription> Operations { get; init; }
}
