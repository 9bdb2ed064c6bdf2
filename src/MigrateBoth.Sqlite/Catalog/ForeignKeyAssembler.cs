using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Makes foreign keys: columns and actions from the PRAGMA, the name from the table's text (catalogue row S-69).</summary>
internal sealed class ForeignKeyAssembler(CatalogRows rows, ObjectRow table, CreateTableText? text, List<UnreadObject> unread)
{
    public IReadOnlyList<ForeignKey> Assemble()
    {
        // The PRAGMA numbers the keys from the last to the first.
        var listed = rows.ForeignKeys[table.Name]
            .GroupBy(f => f.Id)
            .OrderByDescending(g => g.Key)
            .Select(g => g.OrderBy(f => f.Position).ToList())
            .ToList();
        var written = text?.ForeignKeys;
        if (written is not null && written.Count != listed.Count)
        {
            Report(table.Sql, $"{written.Count} foreign keys were read from the table's text and SQLite lists {listed.Count}.");
            written = null;
        }

        return
        [
            .. listed
                .Select((key, i) => Assemble(key, written?[i]))
                .OfType<ForeignKey>()
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .ThenBy(f => string.Join('\n', f.Columns.Append(f.PrincipalTable)), StringComparer.Ordinal),
        ];
    }

    private ForeignKey? Assemble(List<ForeignKeyRow> key, ForeignKeyText? written)
    {
        // With the spelling of the table itself, if it is there.
        var principalTable = rows.TableList.TryGetValue(key[0].PrincipalTable, out var principal) ? principal.Name : key[0].PrincipalTable;
        var columns = key.Select(f => Resolve(table.Name, f.Column)).ToList();
        var principalColumns = PrincipalColumns(key, principalTable);
        var description = $"({string.Join(", ", columns)}) references {principalTable}";
        if (principalColumns is null)
        {
            Report(description, "It refers to a primary key that does not exist or has a different number of columns.");
            return null;
        }

        if (Action(key[0].OnDelete) is not { } onDelete || Action(key[0].OnUpdate) is not { } onUpdate)
        {
            Report(description, $"An action is not known: ON DELETE {key[0].OnDelete} ON UPDATE {key[0].OnUpdate}.");
            return null;
        }

        var assembled = new ForeignKey
        {
            Name = written?.Name,
            Columns = columns,
            PrincipalTable = principalTable,
            PrincipalColumns = principalColumns,
            OnDelete = onDelete,
            OnUpdate = onUpdate,
            IsDeferred = written?.IsDeferred ?? false,
        };
        if (written is not null && !Agree(assembled, written))
        {
            Report(description, "SQLite and the table's text disagree on it.");
        }

        return assembled;
    }

    /// <summary>The columns with the principal table's own spelling; a reference without columns means its primary key.</summary>
    private List<string>? PrincipalColumns(List<ForeignKeyRow> key, string principalTable)
    {
        if (key.TrueForAll(f => f.PrincipalColumn is not null))
        {
            return [.. key.Select(f => Resolve(principalTable, f.PrincipalColumn!))];
        }

        var primary = rows.Columns[principalTable].Where(c => c.KeyPosition > 0).OrderBy(c => c.KeyPosition).Select(c => c.Name).ToList();
        return primary.Count == key.Count ? primary : null;
    }

    private string Resolve(string owner, string column) =>
        rows.Columns[owner].FirstOrDefault(c => SqliteNames.Comparer.Equals(c.Name, column))?.Name ?? column;

    private static bool Agree(ForeignKey key, ForeignKeyText written) =>
        written.Columns.SequenceEqual(key.Columns, SqliteNames.Comparer)
        && SqliteNames.Comparer.Equals(written.PrincipalTable, key.PrincipalTable)
        && (written.PrincipalColumns.Count == 0 || written.PrincipalColumns.SequenceEqual(key.PrincipalColumns, SqliteNames.Comparer))
        && written.OnDelete == key.OnDelete
        && written.OnUpdate == key.OnUpdate;

    private static ReferentialAction? Action(string word) => word switch
    {
        "NO ACTION" => ReferentialAction.NoAction,
        "RESTRICT" => ReferentialAction.Restrict,
        "CASCADE" => ReferentialAction.Cascade,
        "SET NULL" => ReferentialAction.SetNull,
        "SET DEFAULT" => ReferentialAction.SetDefault,
        _ => null,
    };

    private void Report(string description, string reason) =>
        unread.Add(new UnreadObject("foreign key", new ObjectPath(table.Name), description, reason));
}
