using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB231: index differs from the model.</summary>
internal static class IndexDefinitionDrift
{
    public static DifferenceRule Rule { get; } = new("MB231", "Index differs from the model", Severity.Error, DifferenceKind.IndexDefinition, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make the index {d.Object} {d.Right}; the model says {d.Left}{d.Because()}.",
        "Drop and create the index in a new migration; where a foreign key needs it on MySQL, create the new one first under another name.");
}
