using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB252: check constraint is not in the model.</summary>
internal static class ExtraCheckDrift
{
    public static DifferenceRule Rule { get; } = new("MB252", "Check constraint is not in the model", Severity.Error, DifferenceKind.ExtraCheck, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations create the check {d.Object} ({d.Right}), which the model does not have.",
        $"Drop it in a new migration: migrationBuilder.DropCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\"), or add it to the model with HasCheckConstraint.");
}
