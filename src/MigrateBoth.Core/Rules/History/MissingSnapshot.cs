namespace MigrateBoth.Core.Rules.History;

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
            Message = $"{model.Engine.DisplayName()} has {model.Migrations.Count} migrations of {HistoryFacts.ContextName(model)} and no model snapshot, so that pending changes cannot be told.",
            Expected = "a model snapshot",
            Advice = "Restore the ModelSnapshot.cs of this side from version control; its newest version belongs to the newest migration.",
        };
}
