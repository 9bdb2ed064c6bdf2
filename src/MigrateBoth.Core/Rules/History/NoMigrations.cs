using MigrateBoth.Core.Findings;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB110: the model has tables and a side has no migration at all.</summary>
internal static class NoMigrations
{
    public static HistoryRule Rule { get; } = new("MB110", "No migrations at all", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from model in facts.Each
        where HistoryFacts.HasNoMigrations(model)
        select new HistoryCase
        {
            Object = HistoryFacts.ContextName(model),
            Kind = ObjectKind.Database,
            Engine = model.Engine,
            Message = $"The model of {HistoryFacts.ContextName(model)} has {model.Tables.Count} tables, and the assembly {model.MigrationsAssembly} has no {model.Engine.DisplayName()} migration.",
            Expected = "at least one migration",
            Advice = "Run: dotnet migrate-both add Initial. If there are migrations, check where the configuration looks for them (layout, project, migrations).",
        };
}
