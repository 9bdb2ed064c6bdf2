using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB370: table option differs between the engines.</summary>
internal static class TableOptionParity
{
    public static DifferenceRule Rule { get; } = new("MB370", "Table option differs between the engines", Severity.Warning, DifferenceKind.TableOption, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The option '{d.Detail}' of {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
        "Set the option with raw SQL in a migration. A MySQL storage engine other than InnoDB keeps neither transactions nor foreign keys; MySQL has no ON CONFLICT.",
        TableOptions.WeightOf(d.Detail));
}
