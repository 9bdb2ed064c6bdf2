using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB106: migrations without a Designer file.</summary>
internal static class MissingDesigner
{
    private const int Shown = 3;

    public static HistoryRule Rule { get; } = new("MB106", "Migrations without a Designer file", Severity.Info, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from model in facts.Each
        let bare = model.Migrations.Where(migration => !migration.HasTargetModel).Select(migration => migration.Id).ToList()
        where bare.Count > 0
        select new HistoryCase
        {
            Object = new ObjectPath(bare[0]),
            Kind = ObjectKind.Migration,
            Engine = model.Engine,
            Message = $"{bare.Count} {model.Engine.DisplayName()} migration{(bare.Count == 1 ? " has" : "s have")} no Designer file: {string.Join(", ", bare.Take(Shown))}{(bare.Count > Shown ? ", ..." : "")}.",
            Advice = "Nothing has to be done to go forward. Without the model as it was, EF Core cannot revert such a migration fully, nor rebuild SQLite tables in it.",
        };
}

/// <summary>MB107: there are migrations and no model snapshot.</summary>
internal static class MissingSnapshot
{
    public static HistoryRule Rule { get; } = new("MB107", "Model snapshot is missing", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from model in facts.Each
        where HistoryFacts.LacksSnapshot(model)
        select new HistoryCase
        {
            Object = new ObjectPath(HistoryFacts.ContextName(model)),
            Kind = ObjectKind.Database,
            Engine = model.Engine,
            Message = $"{model.Engine.DisplayName()} has {model.Migrations.Count} migrations of {HistoryFacts.ContextName(model)} and no model snapshot, so pending changes cannot be detected.",
            Expected = "a model snapshot",
            Advice = "Restore the ModelSnapshot.cs of this side from version control; its newest version belongs to the newest migration.",
        };
}
