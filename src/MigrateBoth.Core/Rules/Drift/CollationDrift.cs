using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB206: collation differs from the model.</summary>
internal static class CollationDrift
{
    public static DifferenceRule Rule { get; } = new("MB206", "Collation differs from the model", Severity.Error, DifferenceKind.Collation, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations give {d.Object} the collation {d.Right.OrDefault()}; the model says {d.Left.OrDefault()}.",
        $"Add a migration that alters the column with collation: \"{d.Left}\".");
}
