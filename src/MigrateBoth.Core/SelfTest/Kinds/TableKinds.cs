using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

/// <summary>What can be wrong with whole tables on either engine.</summary>
internal static class TableKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("table-missing", "a table is not there", engine, ground =>
            from table in ground.Tables
            orderby ground.IsPrincipal(table)
            select ground.Gone(new ObjectPath(table.Name), new DropTable(table), DifferenceKind.MissingTable, DifferenceKind.ExtraTable)),
        new("table-extra", "a table too many", engine, ground => [Added(ground, "LeftBehind", "Id")]),
        new("table-renamed", "a table under another name", engine, ground =>
            from table in ground.Tables
            where !ground.IsPrincipal(table)
            let name = ground.NewName($"{table.Name}Old")
            select ground.Renamed(new ObjectPath(table.Name), new ObjectPath(name), new RenameTable(table, name), DifferenceKind.MissingTable, DifferenceKind.ExtraTable)),
        new("table-name-case", "a table's name in other case", engine, ground =>
            from table in ground.Schema.FoldsTableNames ? [] : ground.Tables
            where !ground.IsPrincipal(table)
            let name = OtherCase(table.Name)
            where name != table.Name
            select ground.Renamed(new ObjectPath(table.Name), new ObjectPath(name), new RenameTable(table, name), DifferenceKind.NameCase)),
        new("table-twin", "a table beside its copy", engine, ground =>
            from table in ground.Tables.Take(1)
            let name = ground.NewName($"{table.Name}Copy")
            let copy = new Table
            {
                Name = name,
                Columns = [.. table.Columns.Where(column => column.Generated is null).Select(column => column with { IsIdentity = false })],
                PrimaryKey = table.PrimaryKey is null ? null : table.PrimaryKey with { Name = $"PK_{name}" },
                Options = table.Options,
                Collation = table.Collation,
            }
            select ground.Added(new ObjectPath(name), new AddTable(copy), DifferenceKind.MissingTable, DifferenceKind.ExtraTable)),
        new("table-of-interrupted-rebuild", "the half-made table of a rebuild that was interrupted", engine, ground =>
            from table in ground.Tables.Take(1)
            select Added(ground, $"ef_temp_{table.Name}", "Id")),
    ];

    private static Defect Added(PlantingGround ground, string wanted, string column)
    {
        var name = ground.NewName(wanted);
        var table = new Table
        {
            Name = name,
            Columns =
            [
                new Column { Name = column, Ordinal = 1, Type = StoreTypeParser.Parse(ground.Terms.Integer), IsNullable = false },
                new Column { Name = "Note", Ordinal = 2, Type = StoreTypeParser.Parse(ground.Terms.Text), IsNullable = true },
            ],
            PrimaryKey = new PrimaryKey($"PK_{name}", [column]),
        };
        return ground.Added(new ObjectPath(name), new AddTable(table), DifferenceKind.MissingTable, DifferenceKind.ExtraTable);
    }

    internal static string OtherCase(string name) =>
        char.IsAsciiLetterUpper(name[0]) ? $"{char.ToLowerInvariant(name[0])}{name[1..]}"
        : char.IsAsciiLetterLower(name[0]) ? $"{char.ToUpperInvariant(name[0])}{name[1..]}"
        : name;
}

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
