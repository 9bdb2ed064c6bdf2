using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB270: table option differs from the model.</summary>
internal static class TableOptionDrift
{
    public static DifferenceRule Rule { get; } = new("MB270", "Table option differs from the model", Severity.Warning, DifferenceKind.TableOption, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the option '{d.Detail}' of {d.Object} is {d.Right.OrNothing()}; the database made from the model says {d.Left.OrNothing()}.",
        "Set the option with raw SQL in a new migration (ALTER TABLE), or in the model where the provider knows it.",
        TableOptions.WeightOf(d.Detail));
}
