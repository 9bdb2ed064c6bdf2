namespace MigrateBoth.Core.Recordings;

/// <summary>How a command is executed.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum CommandKind
#else
public enum CommandKind
#endif
{
    /// <summary>Rows are read.</summary>
    Reader,

    /// <summary>Rows are affected.</summary>
    NonQuery,

    /// <summary>One value is read.</summary>
    Scalar,
}
