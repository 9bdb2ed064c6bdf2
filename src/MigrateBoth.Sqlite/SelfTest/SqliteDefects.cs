using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.SelfTest;

namespace MigrateBoth.Sqlite.SelfTest;

/// <summary>Everything that can be wrong with a schema on SQLite, as far as <c>verify --self-test</c> plants it.</summary>
public static class SqliteDefects
{
    /// <summary>The types and expressions of SQLite that defects are written with.</summary>
    public static PlantingTerms Terms { get; } = new()
    {
        IsText = column => column.Type.Name.Contains("char", StringComparison.Ordinal) || column.Type.Name is "text" or "clob",
        // A Guid is ASCII text on MySQL and is not compared as text (catalogue row S-17).
        IsCollated = (_, twin) => twin.CharacterSet is not null and not "ascii",
        IsInteger = column => column.Type.Name.Contains("int", StringComparison.Ordinal),
        TakesLiteralDefault = _ => true,
        IsIndexable = _ => true,
        Integer = "INTEGER",
        Text = "TEXT",
        Bytes = "BLOB",
        Real = "REAL",
        IgnoringCase = "NOCASE",
        IgnoringBlanks = "RTRIM",
        Clock = column => column.Type.Name == "text" ? new ColumnDefault(ColumnDefaultKind.Expression, "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP") : null,
        Pairs = PairedDefects.Statements("INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", "INTEGER", "REAL", "TEXT", string.Empty),
        Quote = SqliteNames.Quote,
    };

    /// <summary>All kinds of defects for SQLite.</summary>
    public static IReadOnlyList<DefectKind> All { get; } = [.. SharedKinds.For(Engine.Sqlite), .. OwnKinds()];

    private static IEnumerable<DefectKind> OwnKinds() =>
    [
        Kind("table-without-rowid", "a table without row numbers", ground =>
            from table in ground.Tables
            where table.PrimaryKey is not null && !table.Options.ContainsKey("without_rowid") && !table.Columns.Any(column => column.IsIdentity)
                && table.Columns.All(column => !table.PrimaryKey.Columns.Contains(column.Name) || !column.IsNullable)
            select PlantingGround.SeenInDrift(new ObjectPath(table.Name), table.WithOption("without_rowid", "true"), DifferenceKind.TableOption)),
        Kind("table-strict", "a strict table", ground =>
            from table in ground.Tables
            where !table.Options.ContainsKey("strict")
            select PlantingGround.SeenInDrift(new ObjectPath(table.Name), table.WithOption("strict", "true"), DifferenceKind.TableOption)),
        Kind("column-type-missing", "a column without a type", ground =>
            from place in ground.Loose(column => column.Type.Text.Length > 0)
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Type = StoreTypeParser.Parse(string.Empty) }),
                DifferenceKind.ColumnType)),
        Kind("column-type-text-to-real", "text, or a decimal kept as text, made a floating point number", ground =>
            from place in ground.Loose(Terms.IsText)
            where place.Column.Default is null
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Type = StoreTypeParser.Parse("REAL"), Collation = null }),
                DifferenceKind.ColumnType)),
        Kind("column-type-to-numeric", "a column that turns texts into numbers", ground =>
            from place in ground.Loose(Terms.IsText)
            where place.Column.Default is null
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Type = StoreTypeParser.Parse("NUMERIC"), Collation = null }),
                DifferenceKind.ColumnType)),
        Kind("column-length-declared", "text declared with a length that SQLite does not keep to", ground =>
            from place in ground.Loose(column => column.Type.Name == "text")
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Type = StoreTypeParser.Parse("varchar(20)") }),
                DifferenceKind.ColumnType)),
        Kind("identity-row-number-lost", "a key that is not the row's number any more", ground =>
            from table in ground.Tables
            from column in table.Columns
            where column.IsIdentity
            select PlantingGround.Seen(
                table.Path(column.Name),
                table.With(column, column with { IsIdentity = false, Type = StoreTypeParser.Parse("INT") }),
                DifferenceKind.Identity)),
        Kind("unique-constraint-missing", "a unique constraint is not there", ground =>
            from place in Constraints(ground)
            select new Defect(
                place.Table.Path(place.Constraint.Name!),
                new ReplaceTable(place.Table, place.Table with { UniqueConstraints = [.. place.Table.UniqueConstraints.Where(other => other != place.Constraint)] }),
                [.. PlantingGround.At(place.Table.Path(place.Constraint.Name!), [DifferenceKind.UniqueConstraint, DifferenceKind.ExtraIndex])])),
        Kind("unique-constraint-more-columns", "a unique constraint of more columns", ground =>
            from place in Constraints(ground)
            let more = ground.LooseColumns(place.Table).FirstOrDefault()
            where more is not null
            select PlantingGround.Seen(
                place.Table.Path(place.Constraint.Name!),
                new ReplaceTable(place.Table, place.Table with
                {
                    UniqueConstraints =
                    [
                        .. place.Table.UniqueConstraints.Select(other => other == place.Constraint ? other with { Columns = [.. other.Columns, more.Name] } : other),
                    ],
                }),
                DifferenceKind.UniqueConstraint)),
        Kind("unique-constraint-extra", "a unique constraint too many", ground =>
            from table in ground.Tables
            let column = ground.LooseColumns(table).FirstOrDefault()
            where column is not null
            let name = ground.NewName("AK_AddedByHand")
            select PlantingGround.Seen(table.Path(name), Plus(table, new UniqueConstraint(name, [column.Name])), DifferenceKind.UniqueConstraint)),
        Kind("unique-constraint-unnamed", "a unique constraint too many, without a name", ground =>
            from table in ground.Tables
            let column = ground.LooseColumns(table).FirstOrDefault()
            where column is not null
            select PlantingGround.Seen(table.Path($"UNIQUE ({column.Name})"), Plus(table, new UniqueConstraint(null, [column.Name])), DifferenceKind.UniqueConstraint)),
        Kind("index-unique-of-some-rows", "a unique index of some rows only", ground => Filtered(ground, isUnique: true)),
        Kind("index-of-some-rows", "an index of some rows only", ground => Filtered(ground, isUnique: false)),
        Kind("index-collation", "an index that does not tell upper from lower case", ground =>
            from place in ground.Indexes(index => index.Parts is [{ Column: not null, Collation: null }])
            let column = place.Table.Columns.First(column => column.Name == place.Index.Parts[0].Column)
            where Terms.IsText(column) && !string.Equals(column.Collation, Terms.IgnoringCase, StringComparison.OrdinalIgnoreCase)
            select PlantingGround.Seen(
                place.Table.Path(place.Index.Name),
                place.Table.With(place.Index, place.Index with { Parts = [place.Index.Parts[0] with { Collation = Terms.IgnoringCase }] }),
                DifferenceKind.IndexDefinition)),
        Kind("foreign-key-checked-at-commit", "a foreign key checked at the end of the transaction", ground =>
            from place in ground.ForeignKeys(key => !key.IsDeferred)
            select PlantingGround.Seen(
                place.Table.Path(place.Key.Name!),
                place.Table.With(place.Key, place.Key with { IsDeferred = true }),
                DifferenceKind.ForeignKeyDefinition)),
        Kind("conflict-replaces-rows", "a unique constraint that replaces rows", ground =>
            from place in Constraints(ground)
            let text = $"UNIQUE ({string.Join(", ", place.Constraint.Columns.Select(SqliteNames.Quote))})"
            select PlantingGround.Seen(new ObjectPath(place.Table.Name), Rewritten(place.Table, text, $"{text} ON CONFLICT REPLACE"), DifferenceKind.TableOption)),
        Kind("conflict-ignores-rows", "a primary key that ignores doubles", ground =>
            from table in ground.Tables
            where table.PrimaryKey is { Columns.Count: 1 } && !table.Columns.Any(column => column.IsIdentity)
            select PlantingGround.Seen(new ObjectPath(table.Name), Rewritten(table, "PRIMARY KEY", "PRIMARY KEY ON CONFLICT IGNORE"), DifferenceKind.TableOption)),
        Kind("conflict-takes-default", "a required column that takes its default in place of NULL", ground =>
            from place in ground.Loose(column => !column.IsNullable && column.Default is not null && column.Collation is null)
            let text = $"{SqliteNames.Quote(place.Column.Name)} {place.Column.Type.Text} NOT NULL"
            select PlantingGround.Seen(new ObjectPath(place.Table.Name), Rewritten(place.Table, text, $"{text} ON CONFLICT REPLACE"), DifferenceKind.TableOption)),
        Kind("view-extra", "a view that only SQLite has", ground =>
            from table in ground.Tables.Take(1)
            let name = ground.NewName("AddedView")
            select PlantingGround.SeenInParity(new ObjectPath(name), Statements($"CREATE VIEW {name} AS SELECT * FROM {SqliteNames.Quote(table.Name)}"), DifferenceKind.View)),
        Kind("view-broken", "a view of a table that is gone", ground =>
            from name in new[] { ground.NewName("BrokenView") }
            select PlantingGround.SeenInParity(new ObjectPath(name), Statements($"CREATE VIEW {name} AS SELECT * FROM {ground.NewName("GoneTable")}"), DifferenceKind.BrokenView)),
        Kind("trigger-extra", "a trigger that only SQLite has", ground =>
            from table in ground.Tables
            let name = ground.NewName("AddedTrigger")
            select PlantingGround.SeenInParity(
                table.Path(name),
                Statements($"CREATE TRIGGER {name} AFTER INSERT ON {SqliteNames.Quote(table.Name)} BEGIN SELECT 1; END"),
                DifferenceKind.Trigger)),
        Kind("virtual-table", "a full text search table", ground =>
            from name in new[] { ground.NewName("AddedSearch") }
            select PlantingGround.SeenInParity(new ObjectPath(name), Statements($"CREATE VIRTUAL TABLE {name} USING fts5(Body)"), DifferenceKind.UnreadObject)),
        Kind("view-missing", "a view that SQLite lacks", ground =>
            from view in ground.Schema.Views
            select PlantingGround.SeenInParity(new ObjectPath(view.Name), Statements($"DROP VIEW {SqliteNames.Quote(view.Name)}"), DifferenceKind.View)),
        Kind("view-column-missing", "a view that lacks columns", ground =>
            from view in ground.Schema.Views
            where view is { IsValid: true, Columns.Count: > 1 }
            let name = SqliteNames.Quote(view.Name)
            select PlantingGround.SeenInParity(
                new ObjectPath(view.Name),
                new RunStatements([$"DROP VIEW {name}", $"CREATE VIEW {name} AS SELECT 1 AS {SqliteNames.Quote(view.Columns[0])}"], []),
                DifferenceKind.View)),
        Kind("trigger-token", "a trigger of which one token is another", ground =>
            from trigger in ground.Schema.Triggers
            let text = OneToken.Other(trigger.Definition)
            where text is not null
            select PlantingGround.SeenInParity(
                new ObjectPath(trigger.Table, trigger.Name),
                new RunStatements([$"DROP TRIGGER {SqliteNames.Quote(trigger.Name)}", text], []),
                DifferenceKind.Trigger,
                DifferenceKind.UncomparableExpression)),
        Kind("trigger-missing", "a trigger that SQLite lacks", ground =>
            from trigger in ground.Schema.Triggers
            select PlantingGround.SeenInParity(new ObjectPath(trigger.Table, trigger.Name), Statements($"DROP TRIGGER {SqliteNames.Quote(trigger.Name)}"), DifferenceKind.Trigger)),
    ];

    private static DefectKind Kind(string id, string title, Func<PlantingGround, IEnumerable<Defect>> find) => new(id, title, Engine.Sqlite, find);

    /// <summary>A copy is thrown away after each defect: nothing has to be undone.</summary>
    private static RunStatements Statements(string plant) => new([plant], []);

    private static ReplaceTable Rewritten(Table table, string find, string replacement) => new(table, table) { Rewrite = (find, replacement) };

    private static ReplaceTable Plus(Table table, UniqueConstraint constraint) =>
        new(table, table with { UniqueConstraints = [.. table.UniqueConstraints, constraint] });

    private static IEnumerable<Defect> Filtered(PlantingGround ground, bool isUnique) =>
        from place in ground.Indexes(index => index.IsUnique == isUnique && index.Filter is null && index.Parts[0].Column is not null)
        select PlantingGround.Seen(
            place.Table.Path(place.Index.Name),
            place.Table.With(place.Index, place.Index with { Filter = $"{SqliteNames.Quote(place.Index.Parts[0].Column!)} IS NOT NULL AND 1 < 2" }),
            DifferenceKind.IndexDefinition);

    private static IEnumerable<(Table Table, UniqueConstraint Constraint)> Constraints(PlantingGround ground) =>
        from table in ground.Tables
        from constraint in table.UniqueConstraints
        where constraint.Name is not null && ground.Twin(table).Indexes.Any(twin => twin.Name == constraint.Name)
        select (table, constraint);
}
