namespace MigrateBoth.Sqlite.Catalog;

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
