using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB251: check constraint differs from the model.</summary>
internal static class CheckDefinitionDrift
{
    public static DifferenceRule Rule { get; } = new("MB251", "Check constraint differs from the model", Severity.Error, DifferenceKind.CheckDefinition, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make the check {d.Object} {d.Right}; the model says {d.Left}{d.Because()}.",
        "Add a migration with DropCheckConstraint and AddCheckConstraint that has the SQL of the model.");
}
