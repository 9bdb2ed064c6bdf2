namespace MigrateBoth.Sqlite.Catalog;

/// <summary>A row of <c>PRAGMA index_list</c>.</summary>
/// <param name="Table">The table.</param>
/// <param name="Sequence">Falls with the order of creation.</param>
/// <param name="Name">The index's name.</param>
/// <param name="IsUnique">Whether duplicates are refused.</param>
/// <param name="Origin"><c>c</c> CREATE INDEX, <c>u</c> UNIQUE constraint, <c>pk</c> primary key.</param>
/// <param name="IsPartial">Whether it has a WHERE.</param>
internal sealed record IndexRow(string Table, int Sequence, string Name, bool IsUnique, string Origin, bool IsPartial);
