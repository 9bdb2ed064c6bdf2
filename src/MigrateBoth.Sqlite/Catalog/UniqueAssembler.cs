using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Sql;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>
/// Makes unique constraints. SQLite calls their indexes <c>sqlite_autoindex_*</c> (catalogue row S-37); the names stand in the
/// table's text and are found by columns and collations, because a constraint that repeats another makes no index.
/// </summary>
internal sealed class UniqueAssembler(CatalogRows rows, ObjectRow table, CreateTableText? text, List<UnreadObject> unread)
{
    private const string Kind = "unique constraint";

    public IReadOnlyList<UniqueConstraint> Assemble()
    {
        var keys = rows.Indexes[table.Name].Where(i => i.Origin != "c").OrderByDescending(i => i.Sequence).ToList();
        if (text is not null)
        {
            Reconcile(keys, text);
        }

        return [.. keys.Where(i => i.Origin == "u").Select(Assemble)];
    }

    private UniqueConstraint Assemble(IndexRow index)
    {
        var signature = Signature(index);
        var name = text?.Uniques.FirstOrDefault(u => Signature(u) == signature)?.Name;
        return new UniqueConstraint(name, [.. Parts(index).Select(p => p.Column ?? string.Empty)]);
    }

    /// <summary>What is written and what SQLite lists must be the same constraints.</summary>
    private void Reconcile(List<IndexRow> keys, CreateTableText written)
    {
        var listed = keys.Select(Signature).ToHashSet(StringComparer.Ordinal);
        foreach (var key in written.Uniques.Where(u => !listed.Contains(Signature(u))))
        {
            Report(key.Name, "It is in the table's text, but SQLite does not list it.");
        }

        var known = written.Uniques.Select(Signature).ToHashSet(StringComparer.Ordinal);
        foreach (var index in keys.Where(i => i.Origin == "u" && !known.Contains(Signature(i))))
        {
            Report(index.Name, "SQLite lists it, and it was not found in the table's text.");
        }

        foreach (var index in keys.Where(HasOwnCollation))
        {
            Report(index.Name, "It compares with another collation than its columns do.");
        }
    }

    private bool HasOwnCollation(IndexRow index) =>
        Parts(index).Any(p => !SqliteNames.Comparer.Equals(p.Collation, Collations.Of(text, p.Column)));

    private string Signature(IndexRow index) => Signature(Parts(index).Select(p => (p.Column ?? string.Empty, p.Collation)));

    private string Signature(KeyText key) => Signature(key.Parts.Select(p => (p.Column, p.Collation ?? Collations.Of(text, p.Column))));

    private static string Signature(IEnumerable<(string Column, string Collation)> parts) =>
        string.Join('\n', parts.Select(p => SqliteNames.Fold($"{p.Column}\t{p.Collation}")));

    private IEnumerable<IndexPartRow> Parts(IndexRow index) => rows.IndexParts[index.Name].OrderBy(p => p.Position);

    private void Report(string? name, string reason) =>
        unread.Add(new UnreadObject(Kind, new ObjectPath(table.Name, name), table.Sql, reason));
}
