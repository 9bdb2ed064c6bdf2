using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

/// <summary>What can be wrong with primary keys on either engine.</summary>
internal static class KeyKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("primary-key-missing", "no primary key", engine, ground =>
            from table in Keyed(ground)
            where !table.Columns.Any(column => column.IsIdentity)
            select Seen(ground, table, null)),
        new("primary-key-fewer-columns", "a primary key of fewer columns", engine, ground =>
            from table in Keyed(ground)
            where table.PrimaryKey!.Columns.Count > 1
            select Seen(ground, table, table.PrimaryKey! with { Parts = [], Columns = [.. table.PrimaryKey.Columns.SkipLast(1)] })),
        new("primary-key-more-columns", "a primary key of more columns", engine, ground =>
            from table in Keyed(ground)
            where !table.Columns.Any(column => column.IsIdentity)
            let more = ground.LooseColumns(table).FirstOrDefault(column => !column.IsNullable && ground.Terms.IsIndexable(column))
            where more is not null
            select Seen(ground, table, table.PrimaryKey! with { Parts = [], Columns = [.. table.PrimaryKey.Columns, more.Name] })),
        new("primary-key-other-column", "a primary key of another column", engine, ground =>
            from table in Keyed(ground)
            where !table.Columns.Any(column => column.IsIdentity)
            let other = ground.LooseColumns(table).FirstOrDefault(column => !column.IsNullable && ground.Terms.IsIndexable(column))
            where other is not null
            select Seen(ground, table, table.PrimaryKey! with { Parts = [], Columns = [other.Name] })),
        new("primary-key-order", "a primary key in another order", engine, ground =>
            from table in Keyed(ground)
            where table.PrimaryKey!.Columns.Count > 1
            select Seen(ground, table, table.PrimaryKey! with { Parts = [], Columns = [.. table.PrimaryKey.Columns.Reverse()] })),
    ];

    private static IEnumerable<Table> Keyed(PlantingGround ground) => ground.Tables.Where(table => table.PrimaryKey is not null).OrderBy(ground.IsPrincipal);

    private static Defect Seen(PlantingGround ground, Table table, PrimaryKey? planted) =>
        PlantingGround.Seen(new ObjectPath(table.Name), new ReplaceTable(table, table with { PrimaryKey = planted }), DifferenceKind.PrimaryKey);
}
