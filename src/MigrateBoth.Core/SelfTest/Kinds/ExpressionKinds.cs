using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

/// <summary>Expressions of which one token is another.</summary>
internal static class ExpressionKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("check-token", "a check of which one token is another", engine, ground =>
            from place in ground.Checks()
            let text = OneToken.Other(place.Check.Expression)
            where text is not null
            select PlantingGround.Seen(
                place.Table.Path(place.Check.Name!),
                place.Table.With(place.Check, place.Check with { Expression = text }),
                DifferenceKind.CheckDefinition,
                DifferenceKind.UncomparableExpression)),
        new("computed-token", "a computation of which one token is another", engine, ground =>
            from place in ComputedKinds.Computed(ground)
            let text = OneToken.Other(place.Column.Generated!.Expression)
            where text is not null
            select PlantingGround.Seen(
                place.Table.Path(place.Column.Name),
                place.Table.With(place.Column, place.Column with { Generated = place.Column.Generated! with { Expression = text } }),
                DifferenceKind.GeneratedColumn,
                DifferenceKind.UncomparableExpression)),
        new("view-token", "a view of which one token is another", engine, ground =>
            from view in ground.Schema.Views
            let text = OneToken.Other(view.Definition)
            where view.IsValid && text is not null
            let name = ground.Terms.Quote(view.Name)
            select PlantingGround.SeenInParity(
                new ObjectPath(view.Name),
                new RunStatements([$"DROP VIEW {name}", $"CREATE VIEW {name} AS {text}"], [$"DROP VIEW {name}", $"CREATE VIEW {name} AS {view.Definition}"]),
                DifferenceKind.View,
                DifferenceKind.UncomparableExpression)),
    ];
}

/// <summary>What can be wrong with check constraints on either engine.</summary>
internal static class CheckKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("check-missing", "a check is not there", engine, ground =>
            from place in ground.Checks()
            select ground.Gone(place.Table.Path(place.Check.Name!), place.Table.With(place.Check), DifferenceKind.MissingCheck, DifferenceKind.ExtraCheck)),
        new("check-extra", "a check too many", engine, ground =>
            from table in ground.Tables
            let column = ground.LooseColumns(table).FirstOrDefault()
            where column is not null
            let check = new CheckConstraint(ground.NewName("CK_AddedByHand"), $"{ground.Terms.Quote(column.Name)} IS NOT NULL")
            select ground.Added(
                table.Path(check.Name!),
                new ReplaceTable(table, table with { Checks = [.. table.Checks, check] }),
                DifferenceKind.MissingCheck,
                DifferenceKind.ExtraCheck)),
        new("check-weaker", "a check that lets more through", engine, ground =>
            from place in ground.Checks()
            let column = place.Table.Columns[^1]
            select Seen(ground, place, place.Check with { Expression = $"({place.Check.Expression}) OR {ground.Terms.Quote(column.Name)} IS NULL" })),
        new("check-stricter", "a check that lets less through", engine, ground =>
            from place in ground.Checks()
            let column = place.Table.Columns[^1]
            select Seen(ground, place, place.Check with { Expression = $"({place.Check.Expression}) AND {ground.Terms.Quote(column.Name)} IS NOT NULL" })),
        new("check-negated", "a check that says the opposite", engine, ground =>
            from place in ground.Checks()
            select Seen(ground, place, place.Check with { Expression = $"NOT ({place.Check.Expression})" })),
        new("check-void", "a check that is always met", engine, ground =>
            from place in ground.Checks()
            select Seen(ground, place, place.Check with { Expression = "1 = 1" })),
        new("check-renamed", "a check under another name", engine, ground =>
            from place in ground.Checks()
            let name = ground.NewName("CK_RenamedByHand")
            select ground.Renamed(place.Table.Path(place.Check.Name!), place.Table.Path(name), place.Table.With(place.Check, place.Check with { Name = name }), DifferenceKind.ObjectName)),
    ];

    /// <summary>A defect of one check.</summary>
    internal static Defect Seen(PlantingGround ground, (Table Table, CheckConstraint Check) place, CheckConstraint planted) =>
        PlantingGround.Seen(place.Table.Path(place.Check.Name!), place.Table.With(place.Check, planted), DifferenceKind.CheckDefinition);
}

/// <summary>What can be wrong with computed columns and generated keys on either engine.</summary>
internal static class ComputedKinds
{
    public static IEnumerable<DefectKind> For(Engine engine) =>
    [
        new("computed-otherwise", "another computation", engine, ground =>
            from place in Computed(ground)
            let generated = place.Column.Generated!
            select Seen(ground, place, place.Column with { Generated = generated with { Expression = $"nullif(({generated.Expression}), 113)" } })),
        new("computed-never", "a computation of nothing but NULL", engine, ground =>
            from place in Computed(ground)
            select Seen(ground, place, place.Column with { Generated = place.Column.Generated! with { Expression = "NULL" } })),
        new("computed-stored", "a column computed on reading is stored", engine, ground =>
            from place in Computed(ground)
            where place.Column.Generated is { IsStored: false }
            select Seen(ground, place, place.Column with { Generated = place.Column.Generated! with { IsStored = true } })),
        new("computed-on-reading", "a stored column is computed on reading", engine, ground =>
            from place in Computed(ground)
            where place.Column.Generated is { IsStored: true }
            select Seen(ground, place, place.Column with { Generated = place.Column.Generated! with { IsStored = false } })),
        new("computed-made-plain", "a computed column is a plain one", engine, ground =>
            from place in Computed(ground)
            select Seen(ground, place, place.Column with { Generated = null, Type = place.Column.Type.Text.Length > 0 ? place.Column.Type : StoreTypeParser.Parse(ground.Terms.Text) })),
        new("plain-made-computed", "a plain column is computed", engine, ground =>
            from place in ground.Loose(column => column.IsNullable && column.Default is null && ground.Terms.IsInteger(column))
            select Seen(ground, place, place.Column with { Generated = new GeneratedColumn("(1 + 1)", IsStored: false) })),
        new("identity-missing", "a key that the server hands out is not handed out", engine, ground =>
            from table in ground.Tables
            from column in table.Columns
            where column.IsIdentity && ground.Twin(table).Columns.Any(twin => twin.Name == column.Name)
            select PlantingGround.Seen(table.Path(column.Name), table.With(column, column with { IsIdentity = false }), DifferenceKind.Identity)),
        new("identity-extra", "a key that the application sets is handed out by the server", engine, ground =>
            from table in ground.Tables
            where table.PrimaryKey is { Columns.Count: 1 }
            let column = table.Columns.First(candidate => candidate.Name == table.PrimaryKey!.Columns[0])
            where !column.IsIdentity && column.Default is null && ground.Terms.IsInteger(column) && !column.IsNullable
                && ground.Twin(table).Columns.Any(twin => twin.Name == column.Name)
            let edit = table.With(column, column with { IsIdentity = true })
            // A row number is handed out whether or not it is declared so: parity takes a key that the other engine does not hand out for equal.
            select EngineTraits.Of(ground.Schema).IsRowNumber(table, column)
                ? PlantingGround.SeenInDrift(table.Path(column.Name), edit, DifferenceKind.Identity)
                : PlantingGround.Seen(table.Path(column.Name), edit, DifferenceKind.Identity)),
    ];

    private static Defect Seen(PlantingGround ground, (Table Table, Column Column) place, Column planted) =>
        PlantingGround.Seen(place.Table.Path(place.Column.Name), place.Table.With(place.Column, planted), DifferenceKind.GeneratedColumn);

    /// <summary>The computed columns that the other engine has as well.</summary>
    internal static IEnumerable<(Table Table, Column Column)> Computed(PlantingGround ground) =>
        from table in ground.Tables
        from column in table.Columns
        where column.Generated is not null && ground.Twin(table).Columns.Any(twin => twin.Name == column.Name)
        select (table, column);
}
