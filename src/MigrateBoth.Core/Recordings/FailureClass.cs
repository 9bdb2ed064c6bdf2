namespace MigrateBoth.Core.Recordings;

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

    /// <summary>The row was changed by somebody else, or a deadlock was broken.</summary>
    Concurrency,

    /// <summary>A lock or a command took too long.</summary>
    Timeout,

    /// <summary>The command's text is not understood: syntax, or a name that does not exist.</summary>
    Sql,

    /// <summary>The server could not be reached, had no place for a connection, went away, or the account may not: nothing that a test did.</summary>
    Server,
}
