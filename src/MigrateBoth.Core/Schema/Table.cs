namespace MigrateBoth.Core.Schema;

/// <summary>A base table.</summary>
public sealed record Table
{
    /// <summary>The name as the catalog has it.</summary>
    public required string Name { get; init; }

    /// <summary>Columns in the order of the table.</summary>
    public IReadOnlyList<Column> Columns { get; init; } = [];

    /// <summary>The primary key, if the table has one.</summary>
    public PrimaryKey? PrimaryKey { get; init; }

    /// <summary>
    /// Unique constraints that the catalog tells apart from unique indexes. MySQL does not (catalogue row S-37):
    /// there the list is empty and the constraint is in <see cref="Indexes"/>.
    /// </summary>
    public IReadOnlyList<UniqueConstraint> UniqueConstraints { get; init; } = [];

    /// <summary>Indexes other than those that implement the primary key and <see cref="UniqueConstraints"/>.</summary>
    public IReadOnlyList<TableIndex> Indexes { get; init; } = [];

    /// <summary>Foreign keys.</summary>
    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>Check constraints, including those the engine does not list in a catalog and that were parsed from the table's text.</summary>
    public IReadOnlyList<CheckConstraint> Checks { get; init; } = [];

    /// <summary>The default collation of the table, where the engine has one.</summary>
    public string? Collation { get; init; }

    /// <summary>The table's comment, or null. SQLite has none (catalogue row S-64).</summary>
    public string? Comment { get; init; }

    /// <summary>
    /// Engine options that change what the table means, by lower-case name, such as <c>engine</c>, <c>row_format</c>,
    /// <c>without_rowid</c>, <c>strict</c>, <c>partitions</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();
}
