using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;
using static MigrateBoth.MySql.SelfTest.MySqlDefects;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>What can be wrong with tables, and with the database itself, on MySQL alone.</summary>
internal static class MySqlTableDefects
{
    public static IReadOnlyList<DefectKind> All { get; } =
    [
        Kind("table-without-transactions", "a table of an engine without transactions and foreign keys", ground =>
            from table in Lone(ground)
            select PlantingGround.Seen(new ObjectPath(table.Name), table.WithOption("engine", "MyISAM"), DifferenceKind.TableOption)),
        Kind("table-row-format", "a table that is stored otherwise", ground =>
            from table in ground.Tables
            where table.Options.GetValueOrDefault("row_format") == "Dynamic"
            select PlantingGround.SeenInDrift(new ObjectPath(table.Name), table.WithOption("row_format", "Compact"), DifferenceKind.TableOption)),
        Kind("table-collation", "a table of another collation for columns to come", ground =>
            from table in ground.Tables
            where table.Collation is not null and not "utf8mb4_general_ci"
            select PlantingGround.SeenInDrift(new ObjectPath(table.Name), new ReplaceTable(table, table with { Collation = "utf8mb4_general_ci" }), DifferenceKind.TableOption)),
        Kind("table-character-set", "a table of another character set for columns to come", ground =>
            from table in ground.Tables
            where table.Collation is not null and not "latin1_bin"
            select PlantingGround.SeenInDrift(new ObjectPath(table.Name), new ReplaceTable(table, table with { Collation = "latin1_bin" }), DifferenceKind.TableOption)),
        Kind("table-comment", "another comment on a table", ground =>
            from table in ground.Tables
            select PlantingGround.SeenInDrift(new ObjectPath(table.Name), new ReplaceTable(table, table with { Comment = $"{table.Comment} planted".Trim() }), DifferenceKind.Comment)),
        Kind("table-partitioned", "a partitioned table", ground =>
            from table in Lone(ground)
            let column = Partitionable(table)
            where column is not null
            select PlantingGround.SeenInDrift(
                new ObjectPath(table.Name),
                table.WithOption("partitions", $"KEY ({MySqlTableSql.Quote(column.Name)}) PARTITIONS 4"),
                DifferenceKind.TableOption,
                DifferenceKind.UnreadObject)),
        Kind("database-collation", "the database has another collation", ground => Database(ground, "utf8mb4_general_ci")),
        Kind("database-character-set", "the database has another character set", ground => Database(ground, "latin1_bin")),
    ];

    /// <summary>Tables that no foreign key leads to or from: engines and partitions that know none refuse the others.</summary>
    private static IEnumerable<Table> Lone(PlantingGround ground) =>
        ground.Tables.Where(table => table.ForeignKeys.Count == 0 && !ground.IsPrincipal(table));

    /// <summary>A key column that every unique index holds.</summary>
    private static Column? Partitionable(Table table) => table.PrimaryKey is null
        ? null
        : table.Columns.FirstOrDefault(column => table.PrimaryKey.Columns.Contains(column.Name)
            && table.Indexes.Where(index => index.IsUnique).All(index => index.Parts.Any(part => part.Column == column.Name)));

    private static IEnumerable<Defect> Database(PlantingGround ground, string collation) => ground.Schema.DefaultCollation is { } was && was != collation
        ?
        [
            PlantingGround.SeenInDrift(
                new ObjectPath("database"),
                new RunStatements([$"ALTER DATABASE COLLATE {collation}"], [$"ALTER DATABASE COLLATE {was}"]),
                DifferenceKind.DatabaseCollation),
        ]
        : [];
}
