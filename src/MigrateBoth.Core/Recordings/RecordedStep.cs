namespace MigrateBoth.Core.Recordings;

/// <summary>Something that a test did to its database. Lines are written as steps end; the sequence says in which order they began.</summary>
abstract partial record RecordedStep : RecordingLine
{
    /// <summary>Counts up within the file, in the order in which steps begin.</summary>
    public required long Sequence { get; init; }

    /// <summary>The test's number; null for what no test did, such as a fixture.</summary>
    public int? Test { get; init; }

    /// <summary>The full name of the context's type where it is not that of the session.</summary>
    public string? Context { get; init; }

    /// <summary>When it was written, in milliseconds of Unix time by the clock of the tests; null where that is not known.</summary>
    public long? At { get; init; }

    /// <summary>How it failed; null when it did not.</summary>
    public RecordedFailure? Failure { get; init; }
}

/// <summary>The server, or a statement of the test package, kept a test from running. Its <see cref="RecordedStep.Failure"/> says why.</summary>
sealed partial record RecordedObstacle : RecordedStep
{
    /// <summary>What was tried: a statement, or "connect".</summary>
    public required string Statement { get; init; }
}

/// <summary>A query that EF Core began to compile and never executed: its provider could not translate it.</summary>
sealed partial record RecordedUntranslated : RecordedStep
{
    /// <summary>The query, as in <see cref="RecordedCommand.Shape"/>.</summary>
    public required string Shape { get; init; }
}

/// <summary>One call of <c>SaveChanges</c>; its commands name its sequence.</summary>
sealed partial record RecordedSave : RecordedStep
{
    /// <summary>What was to be saved, sorted by entity type.</summary>
    public IReadOnlyList<SavedEntities> Entities { get; init; } = [];

    /// <summary>What <c>SaveChanges</c> returned; null when it failed.</summary>
    public int? RowsAffected { get; init; }
}

/// <summary>How many entities of one type a save adds, modifies and deletes.</summary>
/// <param name="Entity">EF Core's display name of the entity type.</param>
/// <param name="Added">To be inserted.</param>
/// <param name="Modified">To be updated.</param>
/// <param name="Deleted">To be deleted.</param>
sealed partial record SavedEntities(string Entity, int Added, int Modified, int Deleted);

/// <summary>The begin or end of a transaction. Those that EF Core opens around a save belong to it.</summary>
sealed partial record RecordedTransaction : RecordedStep
{
    /// <summary>What happened to the transaction.</summary>
    public required TransactionAction Action { get; init; }

    /// <summary>The sequence of the <see cref="RecordedSave"/> that opened it by itself; null for the application's own.</summary>
    public long? Save { get; init; }

    /// <summary>The isolation level asked for, at the begin.</summary>
    public string? Isolation { get; init; }
}

/// <summary>What can happen to a transaction.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum TransactionAction
#else
public enum TransactionAction
#endif
{
    /// <summary>Begun, or taken over from the application (<c>UseTransaction</c>).</summary>
    Begin,

    /// <summary>The transaction was committed.</summary>
    Commit,

    /// <summary>The transaction was rolled back.</summary>
    Rollback,

    /// <summary>A savepoint was made.</summary>
    Savepoint,

    /// <summary>Rolled back to a savepoint.</summary>
    RollbackToSavepoint,

    /// <summary>A savepoint was released.</summary>
    ReleaseSavepoint,
}

/// <summary>How a step failed.</summary>
/// <param name="Class">The kind of failure, the same on both engines for the same cause.</param>
/// <param name="Exception">The full name of the exception's type.</param>
/// <param name="Code">The engine's code, such as <c>2067</c> (SQLite, extended) or <c>1062</c> (MySQL); null where there is none.</param>
/// <param name="Message">The engine's message, cut at 500 characters.</param>
sealed partial record RecordedFailure(FailureClass Class, string Exception, string? Code, string Message);

/// <summary>Why the database refused something, regardless of the engine.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum FailureClass
#else
public enum FailureClass
#endif
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>A primary or unique key holds the value already.</summary>
    Unique,

    /// <summary>A referenced row is missing, or a row is still referenced.</summary>
    ForeignKey,

    /// <summary>A required value is missing.</summary>
    NotNull,

    /// <summary>A check constraint is violated.</summary>
    Check,

    /// <summary>A text or binary value does not fit into its column.</summary>
    TooLong,

    /// <summary>A number or a date does not fit into its column.</summary>
    OutOfRange,

    /// <summary>The row was changed concurrently, or the server resolved a deadlock.</summary>
    Concurrency,

    /// <summary>A lock or a command took too long.</summary>
    Timeout,

    /// <summary>The command's text is not understood: syntax, or a name that does not exist.</summary>
    Sql,

    /// <summary>The server could not be reached, had no place for a connection, went away, or the account may not: nothing that a test did.</summary>
    Server,
}
