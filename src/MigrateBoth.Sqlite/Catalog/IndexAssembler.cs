using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Makes the indexes that CREATE INDEX made.</summary>
internal sealed class IndexAssembler(CatalogRows rows, ObjectRow table, CreateTableText? tableText, List<UnreadObject> unread)
{
    public IReadOnlyList<TableIndex> Assemble() =>
    [
        .. rows.Indexes[table.Name].Where(i => i.Origin == "c").OrderBy(i => i.Name, StringComparer.Ordinal).Select(Assemble),
    ];

    private TableIndex Assemble(IndexRow index)
    {
        var parts = rows.IndexParts[index.Name].OrderBy(p => p.Position).ToList();
        var text = ParseText(index, parts);
        return new TableIndex
        {
            Name = index.Name,
            Parts = [.. parts.Select((p, i) => Assemble(p, text?.Parts[i]))],
            IsUnique = index.IsUnique,
            Filter = text?.Filter,
        };
    }

    private IndexPart Assemble(IndexPartRow part, IndexPartText? text) => part.Column is { } column
        ? new IndexPart
        {
            Column = column,
            IsDescending = part.IsDescending,
            Collation = SqliteNames.Comparer.Equals(part.Collation, Collations.Of(tableText, column)) ? null : part.Collation,
        }
        : new IndexPart
        {
            Expression = text?.Expression ?? string.Empty,
            IsDescending = part.IsDescending,
            Collation = text?.Collation,
        };

    /// <summary>The index's text, or null when it is not understood or contradicts the PRAGMAs.</summary>
    private CreateIndexText? ParseText(IndexRow index, List<IndexPartRow> parts)
    {
        var sql = rows.IndexSql[index.Name];
        string problem;
        try
        {
            var text = CreateIndexParser.Parse(sql);
            if (Contradiction(text, index, parts) is not { } contradiction)
            {
                return text;
            }

            problem = contradiction;
        }
        catch (SqlSyntaxException e)
        {
            problem = e.Message;
        }

        unread.Add(new UnreadObject("index", new ObjectPath(table.Name, index.Name), sql, $"Its text is not understood: {problem}."));
        return null;
    }

    private static string? Contradiction(CreateIndexText text, IndexRow index, List<IndexPartRow> parts)
    {
        if (text.Parts.Count != parts.Count)
        {
            return $"{text.Parts.Count} parts were read from it and SQLite lists {parts.Count}";
        }

        return (text.Filter is not null) == index.IsPartial ? null : "SQLite and its text disagree on whether it has a filter";
    }
}
