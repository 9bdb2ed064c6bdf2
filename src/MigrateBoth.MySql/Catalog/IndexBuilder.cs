using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Makes the primary key and the indexes of a table of the parts that STATISTICS lists.</summary>
internal static class IndexBuilder
{
    private const string Primary = "PRIMARY";

    public static PrimaryKey? PrimaryKeyOf(IEnumerable<IndexRow> rows)
    {
        var parts = rows.Where(r => r.Index == Primary).OrderBy(r => r.Position).Select(r => new IndexPart { Column = r.Column!, IsDescending = r.Collation == "D", PrefixLength = r.Prefix }).ToList();
        return parts.Count > 0 ? new PrimaryKey(Primary, [.. parts.Select(part => part.Column!)]) { Parts = parts } : null;
    }

    /// <summary>
    /// All others as they are: the catalog does not tell a unique constraint from an index (S-37), nor the index that the server
    /// made for a foreign key from one that was requested (S-65).
    /// </summary>
    public static IReadOnlyList<TableIndex> IndexesOf(IEnumerable<IndexRow> rows, ServerFlavor flavor) =>
    [
        .. rows.Where(r => r.Index != Primary)
            .GroupBy(r => r.Index, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Build([.. g.OrderBy(r => r.Position)], flavor)),
    ];

    private static TableIndex Build(List<IndexRow> rows, ServerFlavor flavor)
    {
        var first = rows[0];
        var method = first.Type.ToLowerInvariant();
        return new TableIndex
        {
            Name = first.Index,
            Parts = [.. rows.Select(r => Part(r, flavor))],
            IsUnique = first.IsUnique,
            Method = method,
            IsVisible = first.IsVisible,
            Comment = first.Comment.Length > 0 ? first.Comment : null,
        };
    }

    private static IndexPart Part(IndexRow row, ServerFlavor flavor) => new()
    {
        Column = row.Column,
        Expression = row.Expression is null ? null : SqlText.WithoutOuterParentheses(SqlText.Restore(row.Expression, flavor)),
        IsDescending = row.Collation == "D",

        // A spatial index always says 32 there: the size of its boxes, not a prefix.
        PrefixLength = row.Type.Equals("SPATIAL", StringComparison.OrdinalIgnoreCase) ? null : row.Prefix,
    };
}
