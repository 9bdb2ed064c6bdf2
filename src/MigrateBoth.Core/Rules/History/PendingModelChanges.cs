using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB101: the model has changes that no migration contains.</summary>
internal static class PendingModelChanges
{
    private const int Shown = 5;

    public static HistoryRule Rule { get; } = new("MB101", "Model changes without a migration", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from model in facts.Each
        // Without a snapshot or any migration everything is pending; that has a finding of its own.
        where model.PendingSql.Count > 0 && !HistoryFacts.HasNoMigrations(model) && !HistoryFacts.LacksSnapshot(model)
        select new HistoryCase
        {
            Object = new ObjectPath(HistoryFacts.ContextName(model)),
            Kind = ObjectKind.Database,
            Engine = model.Engine,
            Message = $"The model of {HistoryFacts.ContextName(model)} has {Count(model)} that no {model.Engine.DisplayName()} migration contains.",
            Expected = "no pending changes",
            Actual = Summary(model),
            Advice = "Run: dotnet migrate-both add NAME",
        };

    private static string Count(EngineModel model) => model.PendingOperations.Count == 1 ? "1 change" : $"{model.PendingOperations.Count} changes";

    internal static string Summary(EngineModel model)
    {
        var shown = string.Join("; ", model.PendingOperations.Take(Shown).Select(operation => operation.Summary));
        return model.PendingOperations.Count > Shown ? $"{shown}; and {model.PendingOperations.Count - Shown} more" : shown;
    }
}
