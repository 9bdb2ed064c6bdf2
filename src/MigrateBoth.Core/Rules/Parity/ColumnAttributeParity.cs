using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB308: column attribute differs between the engines.</summary>
internal static class ColumnAttributeParity
{
    public static DifferenceRule Rule { get; } = new("MB308", "Column attribute differs between the engines", Severity.Warning, DifferenceKind.ColumnAttribute, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
        "Remove the attribute with raw SQL on the side that has it, or do in the application what it does.");
}
