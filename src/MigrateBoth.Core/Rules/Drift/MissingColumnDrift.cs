using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB211: column is missing.</summary>
internal static class MissingColumnDrift
{
    public static DifferenceRule Rule { get; } = new("MB211", "Column is missing", Severity.Error, DifferenceKind.MissingColumn, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The model has the column {d.Object} ({d.Left}), which the migrations do not create on {d.RightEngine.DisplayName()}{d.Along()}.",
        $"Add a migration: migrationBuilder.AddColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", ...).");
}
