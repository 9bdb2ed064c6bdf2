namespace MigrateBoth.Core.Tracing.Origins;

/// <summary>A migration and where it is written.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Up">The line that declares <c>Up</c>, or null when the sources cannot be told for certain.</param>
/// <param name="Operations">What <c>Up</c> does, in order.</param>
public sealed record MigrationOrigin(string Id, SourceLocation? Up, IReadOnlyList<OperationOrigin> Operations);
