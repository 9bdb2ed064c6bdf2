using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB250: check constraint is missing.</summary>
internal static class MissingCheckDrift
{
    public static DifferenceRule Rule { get; } = new("MB250", "Check constraint is missing", Severity.Error, DifferenceKind.MissingCheck, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The model has the check {d.Object} ({d.Left}), which the migrations do not create on {d.RightEngine.DisplayName()}.",
        $"Add a migration: migrationBuilder.AddCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\", sql: ...).");
}
