using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB232: index is not in the model.</summary>
internal static class ExtraIndexDrift
{
    public static DifferenceRule Rule { get; } = new("MB232", "Index is not in the model", Severity.Error, DifferenceKind.ExtraIndex, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations create the index {d.Object} on {d.Right}, which the model does not have.",
        "Add it to the model (HasIndex), drop it in a new migration, or accept it if raw SQL makes it on purpose.");
}
