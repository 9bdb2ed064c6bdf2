using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB213: column is not in the model.</summary>
internal static class ExtraColumnDrift
{
    public static DifferenceRule Rule { get; } = new("MB213", "Column is not in the model", Severity.Error, DifferenceKind.ExtraColumn, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations create the column {d.Object} ({d.Right}), which the model does not have{d.Along()}.",
        $"Drop it in a new migration: migrationBuilder.DropColumn(name: \"{d.Name}\", table: \"{d.Table}\").");
}
