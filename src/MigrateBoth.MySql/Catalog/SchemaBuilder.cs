using MigrateBoth.Core;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Understands the rows: everything becomes a part of the schema, or is listed as unread. Pure.</summary>
internal static class SchemaBuilder
{
    private const string LockTable = "__EFMigrationsLock";

    /// <summary>Builds the schema.</summary>
    /// <param name="rows">What information_schema said.</param>
    /// <param name="flavor">The server that said it.</param>
    /// <param name="historyTable">The name of EF Core's history table, which is left out.</param>
    public static DatabaseSchema Build(CatalogRows rows, ServerFlavor flavor, string historyTable)
    {
        var builder = new TableBuilder(flavor, rows);
        var relations = rows.Tables.Where(t => !IsBookkeeping(t.Name, historyTable, rows.Database.FoldsTableNames)).OrderBy(t => t.Name, StringComparer.Ordinal).ToLookup(KindOf);
        var tables = relations[RelationKind.Table].Select(builder.Build).ToList();
        var columns = rows.Columns.ToLookup(c => c.Table, StringComparer.Ordinal);
        var objects = new ObjectBuilder(rows);
        var triggers = objects.Triggers();
        var definitions = rows.Views.ToDictionary(v => v.Name, StringComparer.Ordinal);
        return new DatabaseSchema
        {
            Engine = Engine.MySql,
            Server = flavor.Identity,
            DefaultCharacterSet = rows.Database.CharacterSet,
            DefaultCollation = rows.Database.Collation,
            FoldsTableNames = rows.Database.FoldsTableNames,
            Tables = [.. tables.Select(t => t.Table)],
            Views = [.. relations[RelationKind.View].Select(v => ViewBuilder.Build(v, columns[v.Name], definitions.GetValueOrDefault(v.Name), rows.Database))],
            Triggers = triggers.Triggers,
            Unread =
            [
                .. tables.SelectMany(t => t.Unread)
                    .Concat(relations[RelationKind.Other].Select(UnknownRelation))
                    .Concat(triggers.Unread)
                    .Concat(rows.Objects.Where(o => o.Kind is not ("trigger" or "partition" or "parameter")).Select(objects.Unread))
                    .Concat(PrivilegeCheck.Evaluate(rows, flavor))
                    .OrderBy(u => u.Kind, StringComparer.Ordinal)
                    .ThenBy(u => u.Path?.ToString(), StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>A server that folds names has folded EF Core's own too.</summary>
    private static bool IsBookkeeping(string table, string historyTable, bool folds) =>
        new[] { historyTable, LockTable }.Contains(table, folds ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private static RelationKind KindOf(TableRow row) => row.Type switch
    {
        "BASE TABLE" or "SYSTEM VERSIONED" => RelationKind.Table,
        "VIEW" => RelationKind.View,
        "TEMPORARY" => RelationKind.Temporary,
        _ => RelationKind.Other,
    };

    private static UnreadObject UnknownRelation(TableRow row) =>
        new(row.Type.ToLowerInvariant(), new ObjectPath(row.Name), row.Comment, "only tables and views are compared");

    private enum RelationKind
    {
        Table,
        View,

        /// <summary>A temporary table of this connection; the tool creates none.</summary>
        Temporary,

        Other,
    }
}
