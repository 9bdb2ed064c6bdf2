namespace MigrateBoth.Core.Recordings;

/// <summary>Which part of EF Core asks for a command. Migrations are not recorded.</summary>
#if MIGRATEBOTH_TESTING // An enumeration cannot be made public by another file; see PublicTypes.cs.
internal enum CommandSource
#else
public enum CommandSource
#endif
{
    /// <summary>Something else, such as a raw ADO.NET command made through the facade.</summary>
    Other,

    /// <summary>A LINQ query.</summary>
    Linq,

    /// <summary><c>SaveChanges</c>.</summary>
    Save,

    /// <summary><c>ExecuteUpdate</c> and <c>ExecuteDelete</c>.</summary>
    Bulk,

    /// <summary><c>FromSql</c> and <c>SqlQuery</c>.</summary>
    RawQuery,

    /// <summary><c>ExecuteSql</c>.</summary>
    RawCommand,

    /// <summary>A generator of values that asks the database.</summary>
    ValueGenerator,
}
