namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// DDL commits by itself and information_schema takes no snapshot: tables can come and go between two of the queries. Rows that
/// belong to a table which is not there tell.
/// </summary>
internal static class CatalogConsistency
{
    /// <summary>What does not fit together, or null.</summary>
    public static string? Contradiction(CatalogRows rows)
    {
        var tables = rows.Tables.Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        var columns = rows.Columns.Select(c => (c.Table, c.Name)).ToHashSet();
        var withColumns = rows.Columns.Select(c => c.Table).ToHashSet(StringComparer.Ordinal);

        var missingTable = rows.Columns.Select(c => c.Table)
            .Concat(rows.Indexes.Select(i => i.Table))
            .Concat(rows.ForeignKeys.Select(k => k.Table))
            .Concat(rows.Checks.Select(c => c.Table))
            .FirstOrDefault(t => !tables.Contains(t));
        if (missingTable is not null)
        {
            return $"'{missingTable}' appeared";
        }

        if (rows.ForeignKeys.FirstOrDefault(k => k.OnDelete is null) is { } halfKey)
        {
            return $"foreign key '{halfKey.Name}' appeared";
        }

        var missingColumn = rows.Indexes.Where(i => i.Column is not null).Select(i => (i.Table, Column: i.Column!))
            .Concat(rows.ForeignKeys.Select(k => (k.Table, k.Column)))
            .Where(c => !columns.Contains(c))
            .Select(c => $"'{c.Table}.{c.Column}' appeared")
            .FirstOrDefault();
        return missingColumn ?? rows.Tables
            .Where(t => t.Type == "BASE TABLE" && !withColumns.Contains(t.Name))
            .Select(t => $"'{t.Name}' disappeared")
            .FirstOrDefault();
    }
}
