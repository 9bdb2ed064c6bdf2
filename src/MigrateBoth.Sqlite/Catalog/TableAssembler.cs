using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Makes one table of what the PRAGMAs and its text say.</summary>
internal sealed class TableAssembler(CatalogRows rows, ObjectRow row, List<UnreadObject> unread)
{
    public Table Assemble()
    {
        var columns = rows.Columns[row.Name].OrderBy(c => c.Position).ToList();
        var text = ParseText(columns);
        var key = columns.Where(c => c.KeyPosition > 0).OrderBy(c => c.KeyPosition).Select(c => c.Name).ToList();
        var unique = new UniqueAssembler(rows, row, text, unread).Assemble();
        return new Table
        {
            Name = row.Name,
            Columns = [.. columns.Select((c, i) => ColumnAssembler.Assemble(row, c, text?.Columns[i], IsIdentity(text, c), unread))],
            PrimaryKey = key.Count == 0 ? null : new PrimaryKey(text?.PrimaryKey?.Name, key) { Parts = DescendingKey() },
            UniqueConstraints = [.. unique.OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => string.Join('\n', u.Columns), StringComparer.Ordinal)],
            Indexes = new IndexAssembler(rows, row, text, unread).Assemble(),
            ForeignKeys = new ForeignKeyAssembler(rows, row, text, unread).Assemble(),
            Checks = text is null ? [] : [.. text.Checks.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Expression, StringComparer.Ordinal)],
            Options = Options(text),
        };
    }

    /// <summary>The table's text, or null when it is not understood or contradicts the PRAGMAs.</summary>
    private CreateTableText? ParseText(List<ColumnRow> columns)
    {
        string problem;
        try
        {
            var text = CreateTableParser.Parse(row.Sql);
            if (Contradiction(text, columns) is not { } contradiction)
            {
                return text;
            }

            problem = contradiction;
        }
        catch (SqlSyntaxException e)
        {
            problem = e.Message;
        }

        unread.Add(new UnreadObject(
            "table",
            new ObjectPath(row.Name),
            row.Sql,
            $"Its text is not understood: {problem}. Checks, collations, generation expressions and names of constraints are unknown."));
        return null;
    }

    private static string? Contradiction(CreateTableText text, List<ColumnRow> columns)
    {
        if (!text.Columns.Select(c => c.Name).SequenceEqual(columns.Select(c => c.Name), SqliteNames.Comparer))
        {
            return $"the columns read from it ({Join(text.Columns.Select(c => c.Name))}) are not those SQLite lists ({Join(columns.Select(c => c.Name))})";
        }

        if (text.Columns.Zip(columns).FirstOrDefault(c => !ColumnTypes.Agree(c.Second, c.First)) is { First: { } column } differing)
        {
            return $"the type read from it for '{column.Name}' ({column.Type}) is not the one SQLite lists ({differing.Second.Type})";
        }

        var key = columns.Where(c => c.KeyPosition > 0).OrderBy(c => c.KeyPosition).Select(c => c.Name).ToList();
        var readKey = text.PrimaryKey?.Parts.Select(p => p.Column).Distinct(SqliteNames.Comparer).ToList() ?? [];
        if (!readKey.SequenceEqual(key, SqliteNames.Comparer))
        {
            return $"the primary key read from it ({Join(readKey)}) is not the one SQLite lists ({Join(key)})";
        }

        var generated = columns.Where(c => c.Hidden is 2 or 3).Select(c => (c.Name, IsStored: c.Hidden == 3));
        var readGenerated = text.Columns.Zip(columns)
            .Where(c => c.First.Generated is not null)
            .Select(c => (c.Second.Name, c.First.Generated!.IsStored));
        return readGenerated.SequenceEqual(generated) ? null : "the generated columns read from it are not those SQLite lists";
    }

    /// <summary>
    /// The parts of a key of which one is sorted descending; else none. The row's number has no index, so that a lone INTEGER key declared DESC, which is no
    /// row number, is one of these.
    /// </summary>
    private IReadOnlyList<IndexPart> DescendingKey()
    {
        var parts = rows.Indexes[row.Name].Where(index => index.Origin == "pk").SelectMany(index => rows.IndexParts[index.Name].OrderBy(part => part.Position)).ToList();
        return parts.Exists(part => part.IsDescending) ? [.. parts.Select(part => new IndexPart { Column = part.Column, IsDescending = part.IsDescending })] : [];
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names);

    private static bool IsIdentity(CreateTableText? text, ColumnRow column) =>
        column.KeyPosition > 0 && text?.PrimaryKey is { IsAutoincrement: true };

    private Dictionary<string, string> Options(CreateTableText? text)
    {
        var listed = rows.TableList[row.Name];
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        if (listed.IsStrict)
        {
            options["strict"] = "true";
        }

        if (listed.IsWithoutRowid)
        {
            options["without_rowid"] = "true";
        }

        if (text is { ConflictClauses.Count: > 0 })
        {
            options["on_conflict"] = string.Join("; ", text.ConflictClauses.Order(StringComparer.Ordinal));
        }

        return options;
    }
}
