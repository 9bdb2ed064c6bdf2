using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using static MigrateBoth.MySql.SelfTest.MySqlDefects;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>What can be wrong with indexes and constraints on MySQL alone.</summary>
internal static class MySqlIndexDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        Kind("index-prefix", "an index of the first characters", ground => Prefixed(ground, isUnique: false)),
        Kind("index-unique-prefix", "a unique index of the first characters", ground => Prefixed(ground, isUnique: true)),
        Kind("index-invisible", "an index that is not used", ground => Changed(ground, index => index.IsVisible, index => index with { IsVisible = false })),
        Kind("index-comment", "another comment on an index", ground =>
            from place in ground.Indexes(index => true)
            select PlantingGround.SeenInDrift(
                place.Table.Path(place.Index.Name),
                place.Table.With(place.Index, place.Index with { Comment = $"{place.Index.Comment} planted".Trim() }),
                DifferenceKind.Comment)),
        Kind("index-fulltext", "a full text index in place of an ordinary one", ground =>
            from place in ground.Indexes(index => !index.IsUnique && index.Method == "btree" && index.Parts is [{ Column: not null, PrefixLength: null, IsDescending: false }])
            where Terms.IsText(place.Table.Columns.First(column => column.Name == place.Index.Parts[0].Column)) && !place.Index.Serves(place.Table)
            select Seen(place, place.Index with { Method = "fulltext" })),
        Kind("index-fulltext-parser", "a full text index with another parser", ground => Changed(
            ground, index => index.Method == "fulltext", index => index with { Parser = index.Parser is null ? "ngram" : null })),
        Kind("primary-key-prefix", "a primary key of the first characters", ground =>
            from table in ground.Tables.OrderBy(ground.IsPrincipal)
            where table.PrimaryKey is { } key && key.Parts.Count == key.Columns.Count
            let part = table.PrimaryKey!.Parts.FirstOrDefault(part => part.PrefixLength is null && IsLongText(table, part))
            where part is not null
            select PlantingGround.Seen(
                new ObjectPath(table.Name),
                new ReplaceTable(table, table with
                {
                    PrimaryKey = table.PrimaryKey! with { Parts = [.. table.PrimaryKey.Parts.Select(other => ReferenceEquals(other, part) ? other with { PrefixLength = 4 } : other)] },
                }),
                DifferenceKind.PrimaryKey)),
        Kind("index-fulltext-extra", "a full text index too many", ground =>
            from place in ground.Loose(Terms.IsText)
            let index = new TableIndex { Name = ground.NewName("FT_AddedByHand"), IsUnique = false, Method = "fulltext", Parts = [new IndexPart { Column = place.Column.Name }] }
            select ground.Added(place.Table.Path(index.Name), place.Table.Plus(index), DifferenceKind.MissingIndex, DifferenceKind.ExtraIndex)),
        Kind("unique-constraint-missing", "a unique constraint accepts duplicates", ground =>
            from place in Constraints(ground)
            select new Defect(
                place.Table.Path(place.Index.Name),
                place.Table.With(place.Index, place.Index with { IsUnique = false }),
                [.. PlantingGround.At(place.Table.Path(place.Index.Name), [DifferenceKind.IndexDefinition, DifferenceKind.UniqueConstraint])])),
        Kind("unique-constraint-more-columns", "a unique constraint of more columns", ground =>
            from place in Constraints(ground)
            let more = ground.LooseColumns(place.Table).FirstOrDefault(Terms.IsIndexable)
            where more is not null
            select new Defect(
                place.Table.Path(place.Index.Name),
                place.Table.With(place.Index, place.Index with { Parts = [.. place.Index.Parts, new IndexPart { Column = more.Name }] }),
                [.. PlantingGround.At(place.Table.Path(place.Index.Name), [DifferenceKind.IndexDefinition, DifferenceKind.UniqueConstraint])])),
        Kind("foreign-key-other-database", "a foreign key into another database", ground =>
            from place in ground.ForeignKeys(key => true)
            select PlantingGround.Seen(
                place.Table.Path(place.Key.Name!),
                place.Table.With(place.Key, place.Key with { PrincipalTable = $"elsewhere.{place.Key.PrincipalTable}" }),
                DifferenceKind.ForeignKeyDefinition)),
        Kind("foreign-key-index-left-to-server", "the index of a foreign key is only what the server makes", ground =>
            from place in ground.Indexes(index => !index.IsUnique)
            let keys = place.Table.ForeignKeys.Where(key => key.Columns.SequenceEqual(place.Index.Parts.Select(part => part.Column), StringComparer.OrdinalIgnoreCase)).ToList()
            where keys.Count == 1
            select ground.Gone(place.Table.Path(place.Index.Name), place.Table.With(place.Index), DifferenceKind.MissingIndex, DifferenceKind.ExtraIndex)),
        Kind("check-not-enforced", "a check that is not enforced", ground =>
            from place in ground.Checks()
            where place.Check.IsEnforced
            select Seen(place, place.Check with { IsEnforced = false })),
        Kind("check-of-text-in-quotes", "a check of a name in double quotes, which is a text on MySQL", ground =>
            from place in ground.Checks()
            where place.Check.Expression.Contains('`', StringComparison.Ordinal)
            select Seen(place, place.Check with { Expression = place.Check.Expression.Replace('`', '"') })),
    ];

    private static Defect Seen((Table Table, TableIndex Index) place, TableIndex planted) =>
        PlantingGround.Seen(place.Table.Path(place.Index.Name), place.Table.With(place.Index, planted), DifferenceKind.IndexDefinition);

    private static Defect Seen((Table Table, CheckConstraint Check) place, CheckConstraint planted) =>
        PlantingGround.Seen(place.Table.Path(place.Check.Name!), place.Table.With(place.Check, planted), DifferenceKind.CheckDefinition);

    private static IEnumerable<Defect> Changed(PlantingGround ground, Func<TableIndex, bool> which, Func<TableIndex, TableIndex> change) =>
        from place in ground.Indexes(which)
        select Seen(place, change(place.Index));

    private static IEnumerable<Defect> Prefixed(PlantingGround ground, bool isUnique) =>
        from place in ground.Indexes(index => index.IsUnique == isUnique && index.Method == "btree" && index.Parts is [{ Column: not null, PrefixLength: null }])
        where !place.Index.Serves(place.Table)
        where IsLongText(place.Table, place.Index.Parts[0])
        select Seen(place, place.Index with { Parts = [place.Index.Parts[0] with { PrefixLength = 4 }] });

    private static bool IsLongText(Table table, IndexPart part) =>
        table.Columns.First(column => column.Name == part.Column) is var column && Terms.IsText(column) && column.Type.Length is null or > 4;

    /// <summary>Unique indexes that the other engine calls constraints.</summary>
    private static IEnumerable<(Table Table, TableIndex Index)> Constraints(PlantingGround ground) =>
        from table in ground.Tables
        from index in table.Indexes
        where index.IsUnique && ground.Twin(table).UniqueConstraints.Any(constraint => constraint.Name == index.Name)
        select (table, index);
}
