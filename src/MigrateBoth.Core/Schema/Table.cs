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

    /// <summary>The foreign keys that the table declares.</summary>
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

/// <summary>A primary key. Its name is never compared: MySQL always calls it <c>PRIMARY</c> (catalogue row S-36).</summary>
/// <param name="Name">The constraint's name, or null where none was given.</param>
/// <param name="Columns">Key columns in key order.</param>
public sealed record PrimaryKey(string? Name, IReadOnlyList<string> Columns)
{
    /// <summary>The columns with what else is said of them, in key order; empty where nothing is.</summary>
    public IReadOnlyList<IndexPart> Parts { get; init; } = [];
}

/// <summary>A UNIQUE constraint that the catalog tells apart from a unique index.</summary>
/// <param name="Name">The constraint's name, or null where none was given.</param>
/// <param name="Columns">Columns in constraint order.</param>
public sealed record UniqueConstraint(string? Name, IReadOnlyList<string> Columns);

/// <summary>A check constraint.</summary>
/// <param name="Name">The constraint's name, or null where none was given (SQLite).</param>
/// <param name="Expression">The condition as the catalog has it, without outermost parentheses.</param>
/// <param name="IsEnforced">False for MySQL's NOT ENFORCED.</param>
public sealed record CheckConstraint(string? Name, string Expression, bool IsEnforced = true);
