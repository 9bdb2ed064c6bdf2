using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB240: foreign key is missing.</summary>
internal static class MissingForeignKeyDrift
{
    public static DifferenceRule Rule { get; } = new("MB240", "Foreign key is missing", Severity.Error, DifferenceKind.MissingForeignKey, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The model has the foreign key {d.Object} {d.Left}, which the migrations do not create on {d.RightEngine.DisplayName()}.",
        $"Add a migration: migrationBuilder.AddForeignKey(name: \"{d.Name}\", table: \"{d.Table}\", ...).");
}
