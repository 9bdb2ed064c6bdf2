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

/// <summary>Which server a catalog was read from.</summary>
/// <param name="Vendor"><c>SQLite</c>, <c>MySQL</c> or <c>MariaDB</c>.</param>
/// <param name="Version">The version the server itself reports, without the vendor's suffixes, such as <c>9.7.4</c>.</param>
public sealed record ServerIdentity(string Vendor, string Version)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Vendor} {Version}";
}

/// <summary>A view (catalogue row S-79: EF Core creates none, raw SQL does).</summary>
/// <param name="Name">The view's name.</param>
/// <param name="Columns">The names of its columns, in order; empty if the server could not resolve the view.</param>
/// <param name="Definition">The SELECT as the catalog has it.</param>
/// <param name="IsValid">Whether the server can still resolve it (catalogue row M-19: a rename leaves MySQL's views broken).</param>
public sealed record View(string Name, IReadOnlyList<string> Columns, string Definition, bool IsValid)
{
    /// <summary>What the engine keeps beside the text, by lower-case name: with whose rights the view reads.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

/// <summary>A trigger as the catalog describes it.</summary>
/// <param name="Name">The trigger's name.</param>
/// <param name="Table">The table or view it fires on.</param>
/// <param name="Timing"><c>BEFORE</c>, <c>AFTER</c> or <c>INSTEAD OF</c>.</param>
/// <param name="Event"><c>INSERT</c>, <c>UPDATE</c> or <c>DELETE</c>.</param>
/// <param name="Definition">Its text as the catalog has it.</param>
public sealed record Trigger(string Name, string Table, string Timing, string Event, string Definition)
{
    /// <summary>What the engine keeps beside the text and runs the trigger by, by lower-case name: its order among others, the SQL mode.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
}

/// <summary>Something in a catalog that the reader saw and cannot describe. It becomes an MB9xx finding, never silence.</summary>
/// <param name="Kind">The engine's own term for it: <c>routine</c>, <c>event</c>, <c>virtual table</c>, <c>partitioned table</c>.</param>
/// <param name="Path">The object; null for all of the kind.</param>
/// <param name="Text">Its text in the catalog.</param>
/// <param name="Reason">Why it could not be read.</param>
/// <param name="IsHidden">Whether the account lacks the privilege to see it. Then it is unknown whether the object exists at all.</param>
public sealed record UnreadObject(string Kind, ObjectPath? Path, string Text, string Reason, bool IsHidden = false)
{
    /// <summary>Whether <see cref="Text"/> lacks something of the object: two such objects with the same text need not be the same.</summary>
    public bool IsPartial { get; init; }
}
