namespace MigrateBoth.Sqlite.Catalog;

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
