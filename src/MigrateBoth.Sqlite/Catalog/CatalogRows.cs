namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Everything the queries return, unjudged.</summary>
internal sealed record CatalogRows
{
    public required string Version { get; init; }

    public required IReadOnlyList<ObjectRow> Objects { get; init; }

    public required IReadOnlyDictionary<string, TableListRow> TableList { get; init; }

    public required ILookup<string, ColumnRow> Columns { get; init; }

    public required ILookup<string, IndexRow> Indexes { get; init; }

    public required ILookup<string, IndexPartRow> IndexParts { get; init; }

    public required ILookup<string, ForeignKeyRow> ForeignKeys { get; init; }

    public required IReadOnlyDictionary<string, ViewRow> Views { get; init; }

    /// <summary>The CREATE text of an index, empty where a constraint made it.</summary>
    public required IReadOnlyDictionary<string, string> IndexSql { get; init; }
}

/// <summary>A row of <c>sqlite_master</c>.</summary>
/// <param name="Type"><c>table</c>, <c>index</c>, <c>view</c> or <c>trigger</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Table">The table or view it belongs to.</param>
/// <param name="Sql">Its CREATE text; empty for an index that a constraint made.</param>
internal sealed record ObjectRow(string Type, string Name, string Table, string Sql);

/// <summary>A row of <c>PRAGMA table_list</c>.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Type"><c>table</c>, <c>view</c>, <c>virtual</c> or <c>shadow</c>.</param>
/// <param name="IsWithoutRowid">Whether it is a WITHOUT ROWID table.</param>
/// <param name="IsStrict">Whether it is a STRICT table.</param>
internal sealed record TableListRow(string Name, string Type, bool IsWithoutRowid, bool IsStrict);

/// <summary>A row of <c>PRAGMA table_xinfo</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Position">From 0.</param>
/// <param name="Name">The column's name.</param>
/// <param name="Type">The declared type, or an empty text.</param>
/// <param name="IsNotNull">Whether NULL is refused.</param>
/// <param name="Default">The text of the default, or null.</param>
/// <param name="KeyPosition">Position in the primary key from 1, or 0.</param>
/// <param name="Hidden">0 ordinary, 1 hidden in a virtual table, 2 generated when read, 3 generated and stored.</param>
internal sealed record ColumnRow(
    string Table, int Position, string Name, string Type, bool IsNotNull, string? Default, int KeyPosition, int Hidden);

/// <summary>A row of <c>PRAGMA index_list</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Sequence">Falls with the order of creation.</param>
/// <param name="Name">The index's name.</param>
/// <param name="IsUnique">Whether duplicates are refused.</param>
/// <param name="Origin"><c>c</c> CREATE INDEX, <c>u</c> UNIQUE constraint, <c>pk</c> primary key.</param>
/// <param name="IsPartial">Whether it has a WHERE.</param>
internal sealed record IndexRow(string Table, int Sequence, string Name, bool IsUnique, string Origin, bool IsPartial);

/// <summary>A row of <c>PRAGMA index_xinfo</c> that belongs to the index's key.</summary>
/// <param name="Index">The index.</param>
/// <param name="Position">From 0.</param>
/// <param name="Column">The column's name, or null for an expression.</param>
/// <param name="IsDescending">Whether the part is sorted descending.</param>
/// <param name="Collation">The collation in effect.</param>
internal sealed record IndexPartRow(string Index, int Position, string? Column, bool IsDescending, string Collation);

/// <summary>A row of <c>PRAGMA foreign_key_list</c>: one column of one foreign key.</summary>
/// <param name="Table">The dependent table.</param>
/// <param name="Id">Falls with the order in which the keys stand in the table's text.</param>
/// <param name="Position">From 0.</param>
/// <param name="PrincipalTable">The table that is referred to, as it is written.</param>
/// <param name="Column">The dependent column.</param>
/// <param name="PrincipalColumn">The column that is referred to, as it is written, or null for the primary key.</param>
/// <param name="OnUpdate">Such as <c>SET NULL</c>.</param>
/// <param name="OnDelete">Such as <c>CASCADE</c>.</param>
internal sealed record ForeignKeyRow(
    string Table, int Id, int Position, string PrincipalTable, string Column, string? PrincipalColumn, string OnUpdate, string OnDelete);

/// <summary>What preparing <c>SELECT *</c> from a view says.</summary>
/// <param name="Columns">The columns' names; empty when the view cannot be resolved.</param>
/// <param name="Error">SQLite's error, or null when the view is sound.</param>
internal sealed record ViewRow(IReadOnlyList<string> Columns, string? Error);
