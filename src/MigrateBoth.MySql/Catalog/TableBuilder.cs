using MigrateBoth.Core;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Makes a table of all rows that name it.</summary>
internal sealed class TableBuilder(ServerFlavor flavor, CatalogRows rows)
{
    private readonly ColumnBuilder _columns = new(flavor, rows);
    private readonly ILookup<string, ColumnRow> _columnRows = rows.Columns.ToLookup(r => r.Table, StringComparer.Ordinal);
    private readonly ILookup<string, IndexRow> _indexRows = rows.Indexes.ToLookup(r => r.Table, StringComparer.Ordinal);
    private readonly ILookup<string, ForeignKeyRow> _keyRows = rows.ForeignKeys.ToLookup(r => r.Table, StringComparer.Ordinal);
    private readonly ILookup<string, CheckRow> _checkRows = rows.Checks.ToLookup(r => r.Table, StringComparer.Ordinal);
    private readonly ILookup<string, ObjectRow> _partitions = rows.Objects.Where(o => o.Kind == "partition").ToLookup(o => o.Owner, StringComparer.Ordinal);

    public (Table Table, IReadOnlyList<UnreadObject> Unread) Build(TableRow row)
    {
        var columns = _columnRows[row.Name].OrderBy(c => c.Ordinal).Select(_columns.Build).ToList();
        var table = new Table
        {
            Name = row.Name,
            Columns = [.. columns.Select(c => c.Column)],
            PrimaryKey = IndexBuilder.PrimaryKeyOf(_indexRows[row.Name]),
            Indexes = [.. IndexBuilder.IndexesOf(_indexRows[row.Name], flavor).Select(index => FullTextParsers.Of(Statement(row.Name), index))],
            ForeignKeys = ForeignKeyBuilder.Build(_keyRows[row.Name], rows.Database.Name),
            Checks = CheckBuilder.Build(_checkRows[row.Name].Where(c => !_columns.IsPartOfType(c)), flavor),
            Collation = row.Collation,
            Comment = row.Comment.Length > 0 ? row.Comment : null,
            Options = TableOptions.Of(row),
        };
        return (table, [.. columns.SelectMany(c => c.Unread), .. UnreadOf(row)]);
    }

    private IEnumerable<UnreadObject> UnreadOf(TableRow row)
    {
        if (ObjectBuilder.Partitions(row.Name, _partitions[row.Name]) is { } partitioned)
        {
            yield return partitioned;
        }

        foreach (var index in Unparsed(row.Name))
        {
            yield return new UnreadObject("index", new ObjectPath(row.Name, index), "FULLTEXT", "SHOW CREATE TABLE does not show with which parser it was made");
        }

        foreach (var check in _checkRows[row.Name])
        {
            if (SqlText.Doubt(check.Clause, flavor) is { } reason)
            {
                yield return new UnreadObject("check", new ObjectPath(row.Name, check.Name), check.Clause, reason) { IsPartial = true };
            }
        }

        if (row.Type == "SYSTEM VERSIONED")
        {
            yield return new UnreadObject("system versioned table", new ObjectPath(row.Name), row.Type, "the history that such a table keeps is not compared");
        }
    }

    private string? Statement(string table) => rows.Statements.GetValueOrDefault(("TABLE", table));

    private IEnumerable<string> Unparsed(string table) => _indexRows[table]
        .Where(index => index.Type.Equals("FULLTEXT", StringComparison.OrdinalIgnoreCase) && !FullTextParsers.Shows(Statement(table), index.Index))
        .Select(index => index.Index)
        .Distinct(StringComparer.Ordinal);
}
