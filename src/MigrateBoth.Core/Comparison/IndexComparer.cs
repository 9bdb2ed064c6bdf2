using MigrateBoth.Core.Expressions;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.Comparison;

/// <summary>Compares indexes and unique constraints together: MySQL does not distinguish them (catalogue row S-37).</summary>
internal sealed class IndexComparer(ComparisonLog log, ComparisonProfile profile)
{
    private readonly IndexPartComparer _parts = new(profile);

    public void Compare(TablePair tables)
    {
        var indexes = Matched<IndexEntry>.Of(
            Declared(tables.Left, tables.LeftSchema, tables.Right),
            Declared(tables.Right, tables.RightSchema, tables.Left),
            (l, r) => l.Name is not null && string.Equals(l.Name, r.Name, StringComparison.Ordinal),
            (l, r) => SameName(l, r) && SameParts(l, r),
            (l, r) => l.Index.IsUnique == r.Index.IsUnique && l.Index.Method == r.Index.Method && SameParts(l, r),
            SameName,
            (l, r) => SameParts(l, r) && l.Index.Parts.Count > 0);

        foreach (var (left, right) in indexes.Pairs)
        {
            Compare(tables, left, right);
        }

        foreach (var entry in indexes.LeftOnly)
        {
            AddUnmatched(tables, entry, (tables.LeftSchema, tables.RightSchema, tables.Right), DifferenceKind.MissingIndex, isLeft: true);
        }

        foreach (var entry in indexes.RightOnly)
        {
            AddUnmatched(tables, entry, (tables.RightSchema, tables.LeftSchema, tables.Left), DifferenceKind.ExtraIndex, isLeft: false);
        }
    }

    private bool SameName(IndexEntry left, IndexEntry right) =>
        left.Name is not null && right.Name is not null && profile.SameName(left.Name, right.Name);

    private static bool SameParts(IndexEntry left, IndexEntry right) => Names.SameList(Keys(left), Keys(right));

    private static List<string> Keys(IndexEntry entry) =>
        [.. entry.Index.Parts.Select(part => $"{part.Column}{(part.Expression is null ? "" : "(expression)")}{(part.IsDescending ? " DESC" : "")}")];

    private void AddUnmatched(TablePair tables, IndexEntry entry, (DatabaseSchema Own, DatabaseSchema Others, Table Other) side, DifferenceKind kind, bool isLeft)
    {
        var path = entry.PathIn(tables.Left);
        if (log.Absences.Explain(path, tables.Left, Mentioned(entry, side.Own)) || IsForIdentity(tables.Left, entry, path)
            || log.IsUnread(path) || IsCovered(entry, side.Others, side.Other))
        {
            return;
        }

        log.Count();
        var text = Texts.Of(entry.Index);
        log.Add(log.Difference(entry.IsConstraint ? DifferenceKind.UniqueConstraint : kind, ObjectKind.Index, path, isLeft ? text : null, isLeft ? null : text) with
        {
            // An index that merely speeds up reading changes no meaning where it is one too many.
            Weight = kind == DifferenceKind.ExtraIndex && !entry.Index.IsUnique ? Severity.Warning : null,
        });
    }

    /// <summary>
    /// MySQL wants an index on a generated column that does not lead its key, and the provider makes a unique one (catalogue row S-32):
    /// where the generation itself differs, that is said already.
    /// </summary>
    private bool IsForIdentity(Table table, IndexEntry entry, ObjectPath path)
    {
        if (!entry.Index.IsUnique || entry.Index.Parts is not [{ Column: { } column }] || !log.Has(DifferenceKind.Identity, new ObjectPath(table.Name, column)))
        {
            return false;
        }

        log.Absences.Note(new ObjectPath(table.Name, column), $"the unique index {path}");
        return true;
    }

    /// <summary>
    /// Where the server wants an index for each foreign key, one that begins with its columns will do, and no other is made. Without a model that counts as one.
    /// </summary>
    private bool IsCovered(IndexEntry entry, DatabaseSchema schema, Table table) =>
        profile.CountsServerIndexes
        && entry.Index is { IsUnique: false, Filter: null }
        && entry.Index.Parts.All(part => part.Column is not null)
        && EngineTraits.Of(schema).MakesForeignKeyIndexes
        && table.ForeignKeys.Any(key => Names.SameList(key.Columns, [.. entry.Columns]))
        && IndexEntry.Of(table).Select(other => (IReadOnlyList<string>)[.. other.Columns]).Append(table.PrimaryKey?.Columns ?? [])
            .Any(columns => Names.SameList([.. entry.Columns], [.. columns.Take(entry.Columns.Count())]));

    /// <summary>
    /// The declared indexes. An index that the server added for a foreign key does not match an index of another name
    /// (catalogue row S-65).
    /// </summary>
    private List<IndexEntry> Declared(Table table, DatabaseSchema schema, Table other) =>
        [.. IndexEntry.Of(table).Where(entry => !IsMadeByServer(entry, table, schema)
            || other.Indexes.Any(index => Names.Same(index.Name, entry.Name) || (profile.CountsServerIndexes && index.Filter is null && Names.SameList([.. index.Parts.Select(part => part.Column ?? "")], [.. entry.Columns]))))];

    private static bool IsMadeByServer(IndexEntry entry, Table table, DatabaseSchema schema) =>
        EngineTraits.Of(schema).MakesForeignKeyIndexes
        && !entry.Index.IsUnique
        && table.ForeignKeys.Any(key => Names.SameList(key.Columns, [.. entry.Columns]) && (Names.Same(key.Name, entry.Name) || IsNamedByServer(key, entry, table)));

    /// <summary>A foreign key without a name is <c>table_ibfk_1</c>, and its index has the name of its first column.</summary>
    private static bool IsNamedByServer(ForeignKey key, IndexEntry entry, Table table) =>
        key.Name?.StartsWith($"{table.Name}_ibfk_", StringComparison.OrdinalIgnoreCase) == true && Names.Same(entry.Name, key.Columns[0]);

    private void Compare(TablePair tables, IndexEntry left, IndexEntry right)
    {
        var path = new ObjectPath(tables.Left.Name, left.Name ?? right.Name ?? left.Called);
        var judgements = _parts.Compare(tables, left.Index, right.Index);
        for (var i = 0; i < judgements.Count; i++)
        {
            log.Count();
        }

        var differing = judgements.Where(j => !j.IsEqual).ToList();
        if (differing.Count > 0
            && !log.Absences.Explain(path, tables.Left, [.. Mentioned(left, tables.LeftSchema), .. Mentioned(right, tables.RightSchema)]))
        {
            var certain = differing.Where(j => j.Kind is null).ToList();
            var isConstraint = left.IsConstraint || right.IsConstraint;
            var kind = certain.Count == 0 ? differing[0].Kind!.Value
                : isConstraint ? DifferenceKind.UniqueConstraint
                : DifferenceKind.IndexDefinition;
            log.Add(log.Difference(kind, ObjectKind.Index, path, Texts.Of(left.Index), Texts.Of(right.Index)) with
            {
                Attributes = [.. certain.Select(j => j.Reason!)],
                Detail = string.Join(", ", (certain.Count == 0 ? differing : certain).Select(j => j.Reason)),
                Weight = certain.Count > 0 && certain.All(j => j.Weight is not null) ? certain.Max(j => j.Weight) : null,
            });
        }

        foreach (var (l, r) in left.Index.Parts.Zip(right.Index.Parts))
        {
            if (l.Expression is not null && r.Expression is not null)
            {
                log.Add(
                    new ExpressionPair(ExpressionUse.IndexPart, path, l.Expression, r.Expression) { Tables = tables },
                    differing.Count == 0 ? Judgement.Equal : differing.Find(judgement => judgement.IsOpen) is { } open && differing.Count == 1 ? open : differing[0] with { IsOpen = false });
            }
        }

        if (left.Name is not null && right.Name is not null && !IsMadeByServer(left, tables.Left, tables.LeftSchema) && !IsMadeByServer(right, tables.Right, tables.RightSchema))
        {
            log.Compare(
                Judgement.EqualIf(profile.SameName(left.Name, right.Name)),
                _ => log.Difference(DifferenceKind.ObjectName, ObjectKind.Index, path, left.Name, right.Name));
        }

        if (profile.ComparesComments)
        {
            log.Compare(
                Judgement.EqualIf(string.Equals(left.Index.Comment, right.Index.Comment, StringComparison.Ordinal)),
                _ => log.Difference(DifferenceKind.Comment, ObjectKind.Index, path, left.Index.Comment, right.Index.Comment));
        }
    }

    private static IEnumerable<string> Mentioned(IndexEntry entry, DatabaseSchema schema)
    {
        var dialect = SqlDialect.Of(schema.Engine);
        return
        [
            .. entry.Columns,
            .. entry.Index.Parts.Where(part => part.Expression is not null).SelectMany(part => SqlIdentifiers.In(part.Expression!, dialect)),
            .. entry.Index.Filter is null ? [] : SqlIdentifiers.In(entry.Index.Filter, dialect),
        ];
    }
}
