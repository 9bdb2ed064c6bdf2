using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB241: foreign key differs from the model.</summary>
internal static class ForeignKeyDefinitionDrift
{
    public static DifferenceRule Rule { get; } = new("MB241", "Foreign key differs from the model", Severity.Error, DifferenceKind.ForeignKeyDefinition, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make the foreign key {d.Object} {d.Right}; the model says {d.Left}{d.Because()}.",
        "Add a migration with DropForeignKey and AddForeignKey that has the target and actions of the model.");
}
