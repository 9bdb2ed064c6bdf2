namespace MigrateBoth.Core.Locks;

/// <summary>
/// Looks for what would make EF Core's migrator wait for ever or fail at once: its own lock, held or left behind, and what an
/// interrupted table rebuild left (catalogue rows M-27, M-38 to M-41). Reads only.
/// </summary>
public interface IMigrationLockInspector
{
    /// <summary>The engine it knows.</summary>
    Engine Engine { get; }

    /// <summary>Looks at one database; one that does not exist has no obstacles.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="Errors.MigrateBothException">The database cannot be reached or read (exit code 2).</exception>
    Task<MigrationObstacles> InspectAsync(string connectionString, CancellationToken cancellationToken);
}
