namespace MigrateBoth.Core.Recordings;

/// <summary>What can happen to a transaction.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum TransactionAction
#else
public enum TransactionAction
#endif
{
    /// <summary>Begun, or taken over from the application (<c>UseTransaction</c>).</summary>
    Begin,

    /// <summary>Committed.</summary>
    Commit,

    /// <summary>Rolled back.</summary>
    Rollback,

    /// <summary>A savepoint was made.</summary>
    Savepoint,

    /// <summary>Rolled back to a savepoint.</summary>
    RollbackToSavepoint,

    /// <summary>A savepoint was released.</summary>
    ReleaseSavepoint,
}
