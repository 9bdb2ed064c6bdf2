using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB108: pending changes that no database would notice.</summary>
internal static class AnnotationsOnly
{
    public static HistoryRule Rule { get; } = new("MB108", "Pending changes without SQL", Severity.Info, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from model in facts.Each
        where model.PendingOperations.Count > 0 && model.PendingSql.Count == 0
            && !HistoryFacts.HasNoMigrations(model) && !HistoryFacts.LacksSnapshot(model)
        select new HistoryCase
        {
            Object = new ObjectPath(HistoryFacts.ContextName(model)),
            Kind = ObjectKind.Database,
            Engine = model.Engine,
            Message = $"The snapshot of {model.Engine.DisplayName()} differs from the model of {HistoryFacts.ContextName(model)} only in what needs no SQL.",
            Actual = PendingModelChanges.Summary(model),
            Advice = "No action is needed; the next migration includes it.",
        };
}
