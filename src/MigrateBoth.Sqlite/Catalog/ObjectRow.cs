namespace MigrateBoth.Sqlite.Catalog;

/// <summary>A row of <c>sqlite_master</c>.</summary>
/// <param name="Type"><c>table</c>, <c>index</c>, <c>view</c> or <c>trigger</c>.</param>
/// <param name="Name">The object's name.</param>
/// <param name="Table">The table or view it belongs to.</param>
/// <param name="Sql">Its CREATE text; empty for an index that a constraint made.</param>
internal sealed record ObjectRow(string Type, string Name, string Table, string Sql);
