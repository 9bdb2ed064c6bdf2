namespace MigrateBoth.Core.Protocol;

/// <summary>A migration that stopped half way, told command by command (catalogue rows M-33 to M-35).</summary>
public sealed record MigrationFailure
{
    /// <summary>The migration that failed; null when the failure was before any migration, such as waiting for the lock.</summary>
    public string? MigrationId { get; init; }

    /// <summary>The commands of that migration that had run when it failed; on MySQL their DDL stays, on SQLite it is rolled back.</summary>
    public IReadOnlyList<PlannedCommand> Executed { get; init; } = [];

    /// <summary>The command that failed, if one did.</summary>
    public PlannedCommand? Failed { get; init; }

    /// <summary>The commands that never ran.</summary>
    public IReadOnlyList<PlannedCommand> NotReached { get; init; } = [];

    /// <summary>What the server or EF Core said.</summary>
    public required string Message { get; init; }

    /// <summary>The server's error number, or null.</summary>
    public int? ErrorNumber { get; init; }

    /// <summary>Whether the wait for the migration lock ran out.</summary>
    public bool IsLockTimeout { get; init; }

    /// <summary>Whether the run was stopped by its caller; the rest of this record then says how far it got.</summary>
    public bool IsCancelled { get; init; }
}
