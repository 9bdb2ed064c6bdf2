using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB105: one time stamp has two names, or one name or id occurs twice on a side.</summary>
internal static class AmbiguousMigration
{
    public static HistoryRule Rule { get; } = new("MB105", "Migration is renamed or doubled", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
    [
        .. facts.Pairing.Renamed.Select(pair => new HistoryCase
        {
            Object = new ObjectPath(pair.Sqlite.Id),
            Kind = ObjectKind.Migration,
            Message = $"The migration {pair.Sqlite.Id} of SQLite is called {pair.MySql.Id} on MySQL: the same time stamp under two names.",
            Expected = pair.Sqlite.Id,
            Actual = pair.MySql.Id,
            Advice = "Give both halves one name: the file, the class and the Migration attribute. A database that has applied the old id needs its history row renamed too.",
        }),
        .. facts.Each.SelectMany(model => Doubled(model, facts.Compared(model))),
    ];

    private static IEnumerable<HistoryCase> Doubled(EngineModel model, IReadOnlyList<MigrationDescription> migrations) =>
        from same in migrations.GroupBy(migration => migration.Name, StringComparer.OrdinalIgnoreCase)
        where same.Count() > 1
        let ids = string.Join(", ", same.Select(migration => migration.Id))
        select new HistoryCase
        {
            Object = new ObjectPath(same.Last().Id),
            Kind = ObjectKind.Migration,
            Engine = model.Engine,
            Message = $"{model.Engine.DisplayName()} has {same.Count()} migrations called {same.Key}: {ids}.",
            Expected = "1",
            Actual = ids,
            Sides = new FindingSides("expected", "found"),
            Advice = "Rename all but one of them: a migration and its counterpart need a unique name.",
        };
}
