using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB221: unique constraint differs from the model.</summary>
internal static class UniqueConstraintDrift
{
    public static DifferenceRule Rule { get; } = new("MB221", "Unique constraint differs from the model", Severity.Error, DifferenceKind.UniqueConstraint, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make the unique constraint {d.Object} {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}{d.Because()}.",
        $"Add a migration with AddUniqueConstraint or DropUniqueConstraint on {d.Table}.");
}
