using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

/// <summary>What can be wrong with foreign keys on either engine.</summary>
internal static class ForeignKeyKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("foreign-key-missing", "a foreign key is not there", engine, ground =>
            from place in ground.ForeignKeys(key => true)
            select ground.Gone(place.Table.Path(place.Key.Name!), place.Table.With(place.Key), DifferenceKind.MissingForeignKey, DifferenceKind.ExtraForeignKey)),
        new("foreign-key-extra", "a foreign key too many", engine, ground =>
            from table in ground.Tables
            let column = ground.LooseColumns(table).FirstOrDefault(ground.Terms.IsIndexable)
            where column is not null
            from principal in ground.Tables
            where principal.PrimaryKey is { Columns.Count: 1 } && principal.Name != table.Name
            let key = principal.Columns.First(candidate => candidate.Name == principal.PrimaryKey!.Columns[0])
            where key.Type.IsSameAs(column.Type) && key.Collation == column.Collation
            let foreign = new ForeignKey
            {
                Name = ground.NewName("FK_AddedByHand"),
                Columns = [column.Name],
                PrincipalTable = principal.Name,
                PrincipalColumns = [key.Name],
                OnDelete = ReferentialAction.Restrict,
                OnUpdate = ReferentialAction.NoAction,
            }
            select ground.Added(
                table.Path(foreign.Name!),
                new ReplaceTable(table, table with { ForeignKeys = [.. table.ForeignKeys, foreign] }),
                DifferenceKind.MissingForeignKey,
                DifferenceKind.ExtraForeignKey)),
        Changed("foreign-key-deletes-cascade", "deletes cascade", engine, key => key.OnDelete != ReferentialAction.Cascade, key => key with { OnDelete = ReferentialAction.Cascade }),
        Changed("foreign-key-cascade-missing", "deletes do not cascade any more", engine, key => key.OnDelete == ReferentialAction.Cascade, key => key with { OnDelete = ReferentialAction.NoAction }),
        Changed("foreign-key-set-null-missing", "deletes do not set NULL any more", engine, key => key.OnDelete == ReferentialAction.SetNull, key => key with { OnDelete = ReferentialAction.NoAction }),
        new("foreign-key-deletes-set-null", "deletes set NULL", engine, ground =>
            from place in ground.ForeignKeys(key => key.OnDelete != ReferentialAction.SetNull)
            where place.Key.Columns.All(name => place.Table.Columns.Any(column => column.Name == name && column.IsNullable))
            select Seen(ground, place, place.Key with { OnDelete = ReferentialAction.SetNull })),
        Changed("foreign-key-updates-cascade", "updates cascade", engine, key => key.OnUpdate != ReferentialAction.Cascade, key => key with { OnUpdate = ReferentialAction.Cascade }),
        new("foreign-key-principal-table", "a foreign key to another table", engine, ground =>
            from place in ground.ForeignKeys(key => key.Columns.Count == 1)
            let key = ground.Schema.Tables.Where(table => table.Name == place.Key.PrincipalTable)
                .SelectMany(table => table.Columns)
                .FirstOrDefault(column => column.Name == place.Key.PrincipalColumns[0])
            where key is not null
            from other in ground.Tables
            where other.Name != place.Key.PrincipalTable && other.Name != place.Table.Name && other.PrimaryKey is { Columns.Count: 1 }
            let otherKey = other.Columns.First(column => column.Name == other.PrimaryKey!.Columns[0])
            where otherKey.Type.IsSameAs(key.Type) && otherKey.Collation == key.Collation
            select Seen(ground, place, place.Key with { PrincipalTable = other.Name, PrincipalColumns = [otherKey.Name] })),
        new("foreign-key-principal-column", "a foreign key to another column", engine, ground =>
            from place in ground.ForeignKeys(key => key.Columns.Count == 1)
            from other in ground.Schema.Tables
            where other.Name == place.Key.PrincipalTable && other.Name != place.Table.Name
            let key = other.Columns.First(column => column.Name == place.Key.PrincipalColumns[0])
            from column in other.Columns
            where column.Name != key.Name && column.Type.IsSameAs(key.Type) && column.Collation == key.Collation && ground.Terms.IsIndexable(column)
            select Seen(ground, place, place.Key with { PrincipalColumns = [column.Name] })),
        new("foreign-key-renamed", "a foreign key under another name", engine, ground =>
            from place in ground.ForeignKeys(key => true)
            let name = ground.NewName("FK_RenamedByHand")
            select ground.Renamed(place.Table.Path(place.Key.Name!), place.Table.Path(name), place.Table.With(place.Key, place.Key with { Name = name }), DifferenceKind.ObjectName)),
    ];

    /// <summary>A defect of one foreign key.</summary>
    internal static Defect Seen(PlantingGround ground, (Table Table, ForeignKey Key) place, ForeignKey planted) =>
        PlantingGround.Seen(place.Table.Path(place.Key.Name!), place.Table.With(place.Key, planted), DifferenceKind.ForeignKeyDefinition);

    private static DefectKind Changed(string id, string title, Engine engine, Func<ForeignKey, bool> which, Func<ForeignKey, ForeignKey> change) =>
        new(id, title, engine, ground => ground.ForeignKeys(which).Select(place => Seen(ground, place, change(place.Key))));
}
