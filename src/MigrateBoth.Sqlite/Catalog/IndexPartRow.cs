namespace MigrateBoth.Sqlite.Catalog;

/// <summary>A row of <c>PRAGMA index_xinfo</c> that belongs to the index's key.</summary>
/// <param name="Index">The index.</param>
/// <param name="Position">From 0.</param>
/// <param name="Column">The column's name, or null for an expression.</param>
/// <param name="IsDescending">Whether the part is sorted descending.</param>
/// <param name="Collation">The collation in effect.</param>
internal sealed record IndexPartRow(string Index, int Position, string? Column, bool IsDescending, string Collation);
