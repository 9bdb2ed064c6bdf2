using MigrateBoth.Core.Findings;
using MigrateBoth.Core.History;

namespace MigrateBoth.Core.Rules.History;

/// <summary>MB112: the model is another each time it is built.</summary>
internal static class UnstableModel
{
    public static HistoryRule Rule { get; } = new("MB112", "Model differs with each build", Severity.Error, Check);

    private static IEnumerable<HistoryCase> Check(HistoryFacts facts) =>
        from value in facts.Each.SelectMany(model => model.Unstable).DistinctBy(value => (value.Property, value.Origin))
        select new HistoryCase
        {
            Object = new ObjectPath(value.Table, value.Column),
            Kind = ObjectKind.Column,
            Message = $"{value.Origin} gives {value.Property} a different value each time the model is built, so every build has a pending change.",
            Expected = "the same value in two builds of the model",
            Actual = "two different values",
            Sides = new FindingSides("expected", "found"),
            Advice = $"Write a constant for {value.Property}, such as new Guid(\"...\") or new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc); or let the database or the application make it. A migration does not help: the next build differs again.",
        };
}
