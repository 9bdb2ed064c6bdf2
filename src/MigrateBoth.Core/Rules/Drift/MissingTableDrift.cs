using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB210: table is missing.</summary>
internal static class MissingTableDrift
{
    public static DifferenceRule Rule { get; } = new("MB210", "Table is missing", Severity.Error, DifferenceKind.MissingTable, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The model has the table {d.Object}, which the migrations do not create on {d.RightEngine.DisplayName()}{d.Along()}.",
        "Add a migration that creates it. If the snapshot claims that it exists, look for a CreateTable that was removed from a migration.");
}
