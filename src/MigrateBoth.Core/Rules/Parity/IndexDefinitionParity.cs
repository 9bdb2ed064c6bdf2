using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB331: index differs between the engines.</summary>
internal static class IndexDefinitionParity
{
    public static DifferenceRule Rule { get; } = new("MB331", "Index differs between the engines", Severity.Error, DifferenceKind.IndexDefinition, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The index {d.Object} is {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}.",
        d.IndexAdvice(),
        d.MilderByModel());
}
