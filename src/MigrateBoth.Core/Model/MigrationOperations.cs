namespace MigrateBoth.Core.Model;

/// <summary>What <c>Up</c> of one migration does.</summary>
/// <param name="Id">The migration's id.</param>
/// <param name="Operations">Its operations, in order.</param>
public sealed record MigrationOperations(string Id, IReadOnlyList<OperationDescription> Operations);
