using MigrateBoth.Core;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Virtual tables and the shadow tables in which their modules keep the data.</summary>
internal static class VirtualTables
{
    /// <summary>The virtual table that a shadow table belongs to: its name is the longest one that begins the shadow's.</summary>
    public static string? Owner(CatalogRows rows, ObjectRow shadow) => rows.TableList.Values
        .Where(t => t.Type == "virtual" && IsShadowName(shadow.Name, t.Name))
        .MaxBy(t => t.Name.Length)?.Name;

    public static UnreadObject Report(CatalogRows rows, ObjectRow row)
    {
        var kind = rows.TableList.TryGetValue(row.Name, out var listed) ? listed.Type : "unlisted";
        if (kind != "virtual")
        {
            return new UnreadObject($"{kind} table", new ObjectPath(row.Name), row.Sql, "SQLite itself does not list it as an ordinary table.");
        }

        var shadows = rows.Objects
            .Where(o => o.Type == "table" && rows.TableList.TryGetValue(o.Name, out var t) && t.Type == "shadow" && Owner(rows, o) == row.Name)
            .Select(o => o.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
        var reason = "The content of a virtual table depends on its module."
            + (shadows.Count == 0 ? string.Empty : $" Its data is in {string.Join(", ", shadows)}.");
        return new UnreadObject("virtual table", new ObjectPath(row.Name), row.Sql, reason);
    }

    private static bool IsShadowName(string name, string owner) =>
        name.Length > owner.Length + 1 && name[owner.Length] == '_' && SqliteNames.Comparer.Equals(name[..owner.Length], owner);
}
