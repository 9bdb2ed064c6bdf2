namespace MigrateBoth.Sqlite.Catalog;

/// <summary>A row of <c>PRAGMA table_list</c>.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Type"><c>table</c>, <c>view</c>, <c>virtual</c> or <c>shadow</c>.</param>
/// <param name="IsWithoutRowid">Whether it is a WITHOUT ROWID table.</param>
/// <param name="IsStrict">Whether it is a STRICT table.</param>
internal sealed record TableListRow(string Name, string Type, bool IsWithoutRowid, bool IsStrict);
