namespace MigrateBoth.Core.Locks;

/// <summary>What stands in the way of migrating one database.</summary>
/// <param name="Lock">EF Core's migration lock, if it is taken.</param>
/// <param name="Leftovers">What an interrupted migration left.</param>
public sealed record MigrationObstacles(MigrationLock? Lock, IReadOnlyList<MigrationLeftover> Leftovers)
{
    /// <summary>Why the lock, once it is taken, does not keep every other migrator away, as a sentence; null where it does.</summary>
    public string? LockCaveat { get; init; }

    /// <summary>Nothing.</summary>
    public static MigrationObstacles None { get; } = new(null, []);
}
