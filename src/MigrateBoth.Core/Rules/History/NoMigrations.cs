using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB110: the model has tables and a side has no migration at all.</summary>
internal static class NoMigrations
{
    public static HistoryRule Rule { get; } = new("MB110", "No migrations at all", Severity.Error, facts => Check(facts.Each));

    /// <summary>The same for a stage that would otherwise find every table missing.</summary>
    public static IEnumerable<Finding> Find(IEnumerable<EngineModel> models, string stage) => Check(models).Select(found => Rule.Of(found) with { Stage = stage });

    private static IEnumerable<HistoryCase> Check(IEnumerable<EngineModel> models) =>
        from model in models
        where HistoryFacts.HasNoMigrations(model)
        select new HistoryCase
        {
            Object = new ObjectPath(HistoryFacts.ContextName(model)),
            Kind = ObjectKind.Database,
            Engine = model.Engine,
            Message = $"The model of {HistoryFacts.ContextName(model)} has {Tables(model)}, and the assembly {model.MigrationsAssembly} has no {model.Engine.DisplayName()} migration.",
            Expected = "at least one migration",
            Advice = "Run: dotnet migrate-both add Initial. If there are migrations, check where the configuration looks for them (layout, project, migrations). "
                + "Where EnsureCreated makes the databases, those that exist need the first migration recorded as applied (docs: rules, MB110); "
                + "where that is meant to stay so, accept this finding: parity then compares what the models build.",
        };

    private static string Tables(EngineModel model) => model.Tables.Count == 1 ? "1 table" : $"{model.Tables.Count} tables";
}
