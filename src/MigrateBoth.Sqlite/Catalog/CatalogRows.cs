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
