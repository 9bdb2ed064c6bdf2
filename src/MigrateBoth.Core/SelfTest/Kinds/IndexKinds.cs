using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

/// <summary>What can be wrong with indexes on either engine.</summary>
internal static class IndexKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("index-missing", "an index is not there", engine, ground => Missing(ground, isUnique: false)),
        new("index-unique-missing", "a unique index is not there", engine, ground => Missing(ground, isUnique: true)),
        new("index-extra", "an index too many", engine, ground => Added(ground, isUnique: false)),
        new("index-unique-extra", "a unique index too many", engine, ground => Added(ground, isUnique: true)),
        new("index-no-longer-unique", "an index accepts duplicates", engine, ground => Changed(ground, index => index.IsUnique, index => index with { IsUnique = false })),
        new("index-made-unique", "an index refuses duplicates", engine, ground => Changed(ground, index => !index.IsUnique && index.Method == "btree", index => index with { IsUnique = true })),
        new("index-fewer-columns", "an index of fewer columns", engine, ground =>
            Changed(ground, index => index.Parts.Count > 1, index => index with { Parts = [.. index.Parts.SkipLast(1)] })),
        new("index-more-columns", "an index of more columns", engine, ground =>
            from place in ground.Indexes(index => index.Method == "btree")
            let more = ground.LooseColumns(place.Table).FirstOrDefault(ground.Terms.IsIndexable)
            where more is not null
            select Seen(ground, place, place.Index with { Parts = [.. place.Index.Parts, new IndexPart { Column = more.Name }] })),
        new("index-other-column", "an index of another column", engine, ground =>
            from place in ground.Indexes(index => index.Method == "btree" && index.Parts.Count == 1)
            where !place.Index.Serves(place.Table)
            let other = ground.LooseColumns(place.Table).FirstOrDefault(ground.Terms.IsIndexable)
            where other is not null
            select Seen(ground, place, place.Index with { Parts = [new IndexPart { Column = other.Name }] })),
        new("index-column-order", "an index's columns in another order", engine, ground =>
            from place in ground.Indexes(index => index.Parts.Count > 1)
            where !place.Index.Serves(place.Table)
            select Seen(ground, place, place.Index with { Parts = [.. place.Index.Parts.Reverse()] })),
        new("index-descending", "an ascending index sorted descending", engine, ground =>
            Changed(ground, index => index.Method == "btree" && !index.Parts[^1].IsDescending, index => index with { Parts = [.. index.Parts.SkipLast(1), index.Parts[^1] with { IsDescending = true }] })),
        new("index-ascending", "a descending index sorted ascending", engine, ground =>
            Changed(ground, index => index.Parts.Any(part => part.IsDescending), index => index with { Parts = [.. index.Parts.Select(part => part with { IsDescending = false })] })),
        new("index-expression", "an index on an expression in place of a column", engine, ground =>
            from place in ground.Indexes(index => index.Method == "btree" && index.Parts is [{ Column: not null }])
            where !place.Index.Serves(place.Table)
            let column = place.Table.Columns.First(column => column.Name == place.Index.Parts[0].Column)
            where ground.Terms.IsText(column)
            select Seen(ground, place, place.Index with { Parts = [new IndexPart { Expression = $"lower({ground.Terms.Quote(column.Name)})" }] })),
        new("index-renamed", "an index under another name", engine, ground =>
            from place in ground.Indexes(index => true)
            let name = ground.NewName($"{place.Index.Name}_Old")
            where name.Length <= 64
            select ground.Renamed(
                place.Table.Path(place.Index.Name),
                place.Table.Path(name),
                place.Table.With(place.Index, place.Index with { Name = name }),
                DifferenceKind.ObjectName)),
    ];

    /// <summary>A defect of one index.</summary>
    internal static Defect Seen(PlantingGround ground, (Table Table, TableIndex Index) place, TableIndex planted) =>
        PlantingGround.Seen(place.Table.Path(place.Index.Name), place.Table.With(place.Index, planted), DifferenceKind.IndexDefinition);

    private static IEnumerable<Defect> Changed(PlantingGround ground, Func<TableIndex, bool> which, Func<TableIndex, TableIndex> change) =>
        from place in ground.Indexes(which)
        select Seen(ground, place, change(place.Index));

    private static IEnumerable<Defect> Missing(PlantingGround ground, bool isUnique) =>
        from place in ground.Indexes(index => index.IsUnique == isUnique)
        where !place.Index.Serves(place.Table)
        select ground.Gone(place.Table.Path(place.Index.Name), place.Table.With(place.Index), DifferenceKind.MissingIndex, DifferenceKind.ExtraIndex);

    private static IEnumerable<Defect> Added(PlantingGround ground, bool isUnique) =>
        from table in ground.Tables
        let column = ground.LooseColumns(table).FirstOrDefault(ground.Terms.IsIndexable)
        where column is not null
        let index = new TableIndex { Name = ground.NewName("IX_AddedByHand"), IsUnique = isUnique, Parts = [new IndexPart { Column = column.Name }] }
        select ground.Added(table.Path(index.Name), table.Plus(index), DifferenceKind.MissingIndex, DifferenceKind.ExtraIndex);
}
