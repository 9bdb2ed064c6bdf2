namespace MigrateBoth.Core.Schema;

/// <summary>Everything the catalog of one database says, read whole and compared as a value.</summary>
/// <remarks>
/// EF Core's own bookkeeping (<c>__EFMigrationsHistory</c>, <c>__EFMigrationsLock</c>) is not part of it.
/// What a reader met and did not understand is listed in <see cref="Unread"/>, never dropped.
/// </remarks>
public sealed record DatabaseSchema
{
    /// <summary>The engine whose catalog this is.</summary>
    public required Engine Engine { get; init; }

    /// <summary>The server that was asked.</summary>
    public required ServerIdentity Server { get; init; }

    /// <summary>The database's default collation, where the engine has one (catalogue row S-60).</summary>
    public string? DefaultCollation { get; init; }

    /// <summary>The database's default character set, where the engine has one.</summary>
    public string? DefaultCharacterSet { get; init; }

    /// <summary>
    /// Whether the server finds tables without regard to case and may have changed the case of their names (MySQL's
    /// <c>lower_case_table_names</c> other than 0, catalogue row E-07): then their spelling says nothing.
    /// </summary>
    public bool FoldsTableNames { get; init; }

    /// <summary>The tool of another ecosystem whose own tables the database holds; they are left out (<see cref="ForeignTables"/>).</summary>
    public string? MadeBy { get; init; }

    /// <summary>Base tables, in the order of their names (ordinal).</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Views, in the order of their names (ordinal).</summary>
    public IReadOnlyList<View> Views { get; init; } = [];

    /// <summary>Triggers, in the order of their names (ordinal).</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>Objects the reader saw and cannot describe: routines, events, virtual tables, what a newer server added.</summary>
    public IReadOnlyList<UnreadObject> Unread { get; init; } = [];
}
