using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB204: computed column differs from the model.</summary>
internal static class GeneratedColumnDrift
{
    public static DifferenceRule Rule { get; } = new("MB204", "Computed column differs from the model", Severity.Error, DifferenceKind.GeneratedColumn, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make {d.Object} {d.Right.OrOrdinary()}; the model says {d.Left.OrOrdinary()}{d.Because()}.",
        "Drop and add the column in a new migration with the computedColumnSql and stored of the model: MySQL cannot alter one into the other.");
}
