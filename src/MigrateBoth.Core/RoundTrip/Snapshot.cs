namespace MigrateBoth.Core.RoundTrip;

/// <summary>The tables and the rows of both engines at one moment.</summary>
/// <param name="Tables">The tables that were read.</param>
/// <param name="Rows">Their rows on each engine, by the table's name.</param>
public sealed record Snapshot(IReadOnlyList<RowTable> Tables, IReadOnlyDictionary<Engine, IReadOnlyDictionary<string, TableRows>> Rows)
{
    /// <summary>How many values there are.</summary>
    public int Values => Rows.Values.Sum(tables => tables.Values.Sum(rows => rows.Rows.Count * rows.Columns.Count));

    /// <summary>The rows of a table on an engine.</summary>
    public TableRows Of(Engine engine, string table) => Rows.TryGetValue(engine, out var tables) && tables.TryGetValue(table, out var rows) ? rows : TableRows.None;

    /// <summary>A table that an engine has.</summary>
    public RowTable? Find(Engine engine, string name) =>
        Tables.FirstOrDefault(table => table.Catalogs.ContainsKey(engine) && string.Equals(table.Name, name, StringComparison.OrdinalIgnoreCase));
}
