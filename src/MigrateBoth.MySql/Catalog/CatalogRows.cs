namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// What information_schema said, row by row and before any interpretation: the seam between asking a server and understanding it.
/// Rows of servers that are not at hand can be recorded as values.
/// </summary>
internal sealed record CatalogRows
{
    public required DatabaseRow Database { get; init; }

    public IReadOnlyList<TableRow> Tables { get; init; } = [];

    public IReadOnlyList<ColumnRow> Columns { get; init; } = [];

    public IReadOnlyList<IndexRow> Indexes { get; init; } = [];

    public IReadOnlyList<ForeignKeyRow> ForeignKeys { get; init; } = [];

    public IReadOnlyList<CheckRow> Checks { get; init; } = [];

    public IReadOnlyList<ViewRow> Views { get; init; } = [];

    public IReadOnlyList<ObjectRow> Objects { get; init; } = [];

    public IReadOnlyList<string> Grants { get; init; } = [];

    /// <summary>What SHOW CREATE says of what information_schema does not show whole, by kind and name.</summary>
    public IReadOnlyDictionary<(string Kind, string Name), string> Statements { get; init; } = new Dictionary<(string Kind, string Name), string>();
}

/// <summary>SCHEMATA, and who is asking.</summary>
internal sealed record DatabaseRow(string Name, string CharacterSet, string Collation, string? CurrentRole, bool FoldsTableNames = false, string Account = "");

/// <summary>TABLES; views are in here too, with the server's verdict on them in the comment.</summary>
internal sealed record TableRow(string Name, string Type, string? Engine, string? RowFormat, string? Collation, string? Options, string Comment);

/// <summary>COLUMNS, of tables and views.</summary>
internal sealed record ColumnRow(
    string Table,
    string Name,
    int Ordinal,
    string Type,
    bool IsNullable,
    string? Default,
    string Extra = "",
    string? CharacterSet = null,
    string? Collation = null,
    string? GenerationExpression = null,
    string Comment = "",
    uint? SpatialReference = null)
{
    /// <summary>The default as the server stores it, text in UTF-8; null where <see cref="Default"/> shows all of it.</summary>
    public byte[]? ExactDefault { get; init; }
}

/// <summary>STATISTICS: one part of one index.</summary>
internal sealed record IndexRow(
    string Table,
    string Index,
    int Position,
    string? Column,
    string? Expression,
    string? Collation,
    int? Prefix,
    bool IsUnique,
    string Type,
    string Comment,
    bool IsVisible);

/// <summary>KEY_COLUMN_USAGE joined with REFERENTIAL_CONSTRAINTS, whose actions are null while they are not: one column of one key.</summary>
internal sealed record ForeignKeyRow(
    string Table,
    string Name,
    int Position,
    string Column,
    string PrincipalSchema,
    string PrincipalTable,
    string PrincipalColumn,
    string? OnDelete,
    string? OnUpdate);

/// <summary>A row of CHECK_CONSTRAINTS.</summary>
internal sealed record CheckRow(string Table, string Name, string Clause, bool IsEnforced, bool IsOfColumn);

/// <summary>CHECK_CONSTRAINTS, TABLE_CONSTRAINTS and REFERENTIAL_CONSTRAINTS in one shape.</summary>
/// <param name="Kind"><c>check</c> (whole), <c>clause</c> and <c>table</c> (the halves of one), or <c>foreign key</c>.</param>
/// <param name="Table">The table; empty for a clause.</param>
/// <param name="Name">The constraint's name.</param>
/// <param name="First">The clause; whether it is enforced; or the action on delete.</param>
/// <param name="Second">The level of a check; or the action on update.</param>
internal sealed record ConstraintRow(string Kind, string Table, string Name, string First, string Second);

/// <summary>A row of VIEWS.</summary>
internal sealed record ViewRow(string Name, string Definition, string CheckOption, string Definer = "", string Security = "", string IsUpdatable = "");

/// <summary>TRIGGERS, ROUTINES, PARAMETERS, EVENTS, PARTITIONS and LIBRARIES in one shape.</summary>
/// <param name="Kind"><c>trigger</c>, <c>routine</c>, <c>parameter</c>, <c>event</c>, <c>partition</c> or <c>library</c>.</param>
/// <param name="Owner">The table of a trigger or partition, the routine of a parameter; empty otherwise.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Detail">Timing and event of a trigger; the kind of a routine.</param>
/// <param name="Text">The body, or what a partition holds; null when the account may not see it.</param>
/// <param name="Facts">What else the catalog says of it, by lower-case name.</param>
internal sealed record ObjectRow(string Kind, string Owner, string Name, string Detail, string? Text, IReadOnlyDictionary<string, string>? Facts = null)
{
    /// <summary>What the catalog says under a name; empty where it says nothing.</summary>
    public string this[string fact] => Facts?.GetValueOrDefault(fact) ?? string.Empty;
}
