namespace MigrateBoth.MySql.Catalog;

/// <summary>Puts the halves of constraints together that a server keeps in several tables.</summary>
internal sealed class ConstraintJoin(IReadOnlyList<ConstraintRow> rows)
{
    private readonly Dictionary<(string Table, string Name), ConstraintRow> _rules =
        rows.Where(r => r.Kind == "foreign key").ToDictionary(r => (r.Table, r.Name));

    /// <summary>
    /// MySQL's names are unique in a database, so that a name is enough. A half whose other half is missing keeps an empty table or
    /// clause: the catalog was changed while it was read.
    /// </summary>
    public IReadOnlyList<CheckRow> Checks { get; } = [.. Whole(rows), .. Halves(rows)];

    /// <summary>The columns with the actions of their key. Where an account may only read, a server can show the one and not the other.</summary>
    public IReadOnlyList<ForeignKeyRow> ForeignKeys(IReadOnlyList<ForeignKeyRow> columns, ServerFlavor flavor) => _rules.Count == 0 && flavor.HidesForeignKeysFromReaders
        ? []
        : [.. columns.Select(c => _rules.TryGetValue((c.Table, c.Name), out var rule) ? c with { OnDelete = rule.First, OnUpdate = rule.Second } : c)];

    private static IEnumerable<CheckRow> Whole(IReadOnlyList<ConstraintRow> rows) => rows
        .Where(r => r.Kind == "check")
        .Select(r => new CheckRow(r.Table, r.Name, r.First, IsEnforced: true, IsOfColumn: r.Second == "Column"));

    private static IEnumerable<CheckRow> Halves(IReadOnlyList<ConstraintRow> rows)
    {
        var tables = rows.Where(r => r.Kind == "table").ToDictionary(r => r.Name, StringComparer.Ordinal);
        foreach (var clause in rows.Where(r => r.Kind == "clause"))
        {
            tables.Remove(clause.Name, out var table);
            yield return new CheckRow(table?.Table ?? string.Empty, clause.Name, clause.First, table?.First != "NO", IsOfColumn: false);
        }

        foreach (var table in tables.Values)
        {
            yield return new CheckRow(string.Empty, table.Name, string.Empty, IsEnforced: true, IsOfColumn: false);
        }
    }
}
