namespace MigrateBoth.Core.Recordings;

/// <summary>Where the values of a result's column come from, as far as the model tells.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum ColumnRole
#else
public enum ColumnRole
#endif
{
    /// <summary>From the application, or not known.</summary>
    Value,

    /// <summary>A key, or part of one, that is generated when a row is added, by the database or by EF Core (a Guid).</summary>
    GeneratedKey,

    /// <summary>A foreign key to such a key.</summary>
    GeneratedReference,

    /// <summary>Another value that the database makes: a default, a computed column, a row version.</summary>
    StoreGenerated,
}
