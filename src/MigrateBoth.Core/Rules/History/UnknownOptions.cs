using MigrateBoth.Core.Errors;
using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB111: the context was made without the options that the application gives it.</summary>
internal static class UnknownOptions
{
    public static HistoryRule Rule { get; } = new("MB111", "Context was made without the application's options", Severity.Warning, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from model in facts.Each
        where model.MissingOptions is not null
        select new HistoryCase
        {
            Object = new ObjectPath(HistoryFacts.ContextName(model)),
            Kind = ObjectKind.Database,
            Engine = model.Engine,
            Message = $"The {model.Engine.DisplayName()} context {HistoryFacts.ContextName(model)} was made without the application's own options: {model.MissingOptions}.",
            Expected = "the application's options",
            Actual = $"options made for the check{(model.ConfiguredServerVersion is { } version ? $", for {version}" : "")}",
            Advice = "What the application sets in them beyond the provider (conventions, replaced services) was not checked for this engine. " + Way(model.Engine, model.MissingOptions!),
        };

    private static string Way(Engine engine, string missing) => missing.Contains("ServerVersion.AutoDetect", StringComparison.Ordinal)
        ? "Let a factory make them without a server: ServerVersion.Parse(\"8.4.0-mysql\") in place of ServerVersion.AutoDetect; or name a running server by its connection string in 'mysql.environment'."
        : $"Where a setting is missing: {SettingAdvice.Of(engine, missing)}";
}
