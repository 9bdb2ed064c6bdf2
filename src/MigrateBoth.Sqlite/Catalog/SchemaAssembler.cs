using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Makes schema records of the rows. Every object of <c>sqlite_master</c> ends up in a record or in the list of the unread.</summary>
internal sealed class SchemaAssembler(CatalogRows rows, string historyTable)
{
    private const string LockTable = "__EFMigrationsLock";

    private readonly List<UnreadObject> _unread = [];

    public DatabaseSchema Assemble()
    {
        var tables = new List<Table>();
        var views = new List<View>();
        var triggers = new List<Trigger>();
        foreach (var row in rows.Objects.Where(o => !IsBookkeeping(o)).OrderBy(o => o.Name, StringComparer.Ordinal))
        {
            switch (row.Type)
            {
                case "table" when KindOf(row) == "table":
                    tables.Add(new TableAssembler(rows, row, _unread).Assemble());
                    break;
                case "table" when KindOf(row) == "shadow" && VirtualTables.Owner(rows, row) is not null:
                    break;
                case "table":
                    _unread.Add(VirtualTables.Report(rows, row));
                    break;
                case "view":
                    views.Add(AssembleView(row));
                    break;
                case "trigger":
                    AssembleTrigger(row, triggers);
                    break;
                case "index":
                    // Read with its table.
                    break;
                default:
                    _unread.Add(new UnreadObject(row.Type, new ObjectPath(row.Name), row.Sql, "This kind of object is not known."));
                    break;
            }
        }

        return new DatabaseSchema
        {
            Engine = Engine.Sqlite,
            Server = new ServerIdentity("SQLite", rows.Version),
            Tables = tables,
            Views = views,
            Triggers = triggers,
            Unread = [.. _unread.OrderBy(u => u.Path?.ToString(), StringComparer.Ordinal).ThenBy(u => u.Kind, StringComparer.Ordinal)],
        };
    }

    private string KindOf(ObjectRow row) => rows.TableList.TryGetValue(row.Name, out var listed) ? listed.Type : "unlisted table";

    /// <summary>EF Core's own tables and SQLite's, with their indexes. A trigger on one of them is not: neither EF Core nor SQLite creates it.</summary>
    private bool IsBookkeeping(ObjectRow row) => row.Type is "table" or "index" && IsBookkeepingTable(row);

    private bool IsBookkeepingTable(ObjectRow row) =>
        SqliteNames.Comparer.Equals(row.Table, historyTable)
        || SqliteNames.Comparer.Equals(row.Table, LockTable)
        || SqliteNames.Comparer.Equals(row.Table, "sqlite_sequence")
        || row.Table.StartsWith("sqlite_stat", StringComparison.OrdinalIgnoreCase);

    private View AssembleView(ObjectRow row)
    {
        var probed = rows.Views[row.Name];
        try
        {
            return new View(row.Name, probed.Columns, CreateViewParser.ParseSelect(row.Sql), probed.Error is null);
        }
        catch (SqlSyntaxException e)
        {
            _unread.Add(new UnreadObject("view", new ObjectPath(row.Name), row.Sql, $"Its text is not understood: {e.Message}."));
            return new View(row.Name, probed.Columns, row.Sql, probed.Error is null);
        }
    }

    private void AssembleTrigger(ObjectRow row, List<Trigger> triggers)
    {
        try
        {
            var head = CreateTriggerParser.Parse(row.Sql);
            triggers.Add(new Trigger(row.Name, row.Table, head.Timing, head.Event, row.Sql));
        }
        catch (SqlSyntaxException e)
        {
            _unread.Add(new UnreadObject("trigger", new ObjectPath(row.Name), row.Sql, $"Its text is not understood: {e.Message}."));
        }
    }
}
