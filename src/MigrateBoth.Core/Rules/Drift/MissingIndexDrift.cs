using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB230: index is missing.</summary>
internal static class MissingIndexDrift
{
    public static DifferenceRule Rule { get; } = new("MB230", "Index is missing", Severity.Error, DifferenceKind.MissingIndex, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The model has the index {d.Object} on {d.Left}, which the migrations do not create on {d.RightEngine.DisplayName()}.",
        $"Add a migration: migrationBuilder.CreateIndex(name: \"{d.Name}\", table: \"{d.Table}\", ...).");
}
