namespace MigrateBoth.Core.Locks;

/// <summary>
/// Looks for what would make EF Core's migrator wait forever or fail at once: its own lock, held or left behind, and what an
/// interrupted table rebuild left (catalogue rows M-27, M-38 to M-41). Reads only.
/// </summary>
public interface IMigrationLockInspector
{
    /// <summary>The engine it knows.</summary>
    Engine Engine { get; }

    /// <summary>Inspects one database. A database that does not exist has no obstacles.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Errors.MigrateBothException">The database cannot be reached or read (exit code 2).</exception>
    Task<MigrationObstacles> InspectAsync(string connectionString, CancellationToken cancellationToken);
}

/// <summary>EF Core's migration lock while it is taken.</summary>
/// <param name="Holder">Who holds it as far as the engine can tell, in words: <c>connection 12 (app@10.0.0.5:40112, …)</c> or <c>a row in __EFMigrationsLock</c>.</param>
/// <param name="Age">How long it has been held, or null where the engine does not say.</param>
/// <param name="IsHolderAtWork">
/// Whether there is evidence that the holder is alive: a session, or an open write transaction. False does not prove that it is
/// dead: a SQLite migrator leaves no trace between two transactions.
/// </param>
/// <param name="ReleaseStatement">The SQL that releases the lock. Run it only after verifying that the holder is gone or may be interrupted.</param>
public sealed record MigrationLock(string Holder, TimeSpan? Age, bool IsHolderAtWork, string ReleaseStatement);

/// <summary>An object that an interrupted migration left and that makes the next one fail.</summary>
/// <param name="Object">Its name, such as <c>ef_temp_Orders</c>.</param>
/// <param name="Explanation">What it is and why removing it in this way loses nothing, in one sentence.</param>
/// <param name="Statement">The SQL that clears it away.</param>
public sealed record MigrationLeftover(string Object, string Explanation, string Statement);

/// <summary>The obstacles to migrating one database.</summary>
/// <param name="Lock">EF Core's migration lock, if it is taken.</param>
/// <param name="Leftovers">What an interrupted migration left.</param>
public sealed record MigrationObstacles(MigrationLock? Lock, IReadOnlyList<MigrationLeftover> Leftovers)
{
    /// <summary>Why the lock, once it is taken, does not keep every other migrator away, as a sentence; null where it does.</summary>
    public string? LockCaveat { get; init; }

    /// <summary>No lock is taken and nothing is left over.</summary>
    public static MigrationObstacles None { get; } = new(null, []);
}
