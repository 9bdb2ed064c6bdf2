using MigrateBoth.Core.Comparison;

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
