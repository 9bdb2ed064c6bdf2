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

    /// <summary>What <c>Up</c> does; empty when this side has nothing to change.</summary>
    public required IReadOnlyList<OperationDescription> Operations { get; init; }
}
