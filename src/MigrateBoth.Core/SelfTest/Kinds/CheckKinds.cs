using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Core.SelfTest.Kinds;

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
