using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB202: nullability differs from the model.</summary>
internal static class NullabilityDrift
{
    public static DifferenceRule Rule { get; } = new("MB202", "Nullability differs from the model", Severity.Error, DifferenceKind.Nullability, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make {d.Object} {d.Right}; the model says {d.Left}.",
        $"Add a migration that alters the column with nullable: {d.Left.Is("NULL")}; fill existing rows first when it becomes required.");
}
