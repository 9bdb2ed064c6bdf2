using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB208: column attribute differs from the model.</summary>
internal static class ColumnAttributeDrift
{
    public static DifferenceRule Rule { get; } = new("MB208", "Column attribute differs from the model", Severity.Warning, DifferenceKind.ColumnAttribute, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} {d.Object} is {d.Right.OrNothing()}; the database made from the model says {d.Left.OrNothing()}.",
        "Repeat the attribute in a migration after every AlterColumn of this column: EF Core does not know it and drops it.");
}
