using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB242: foreign key is not in the model.</summary>
internal static class ExtraForeignKeyDrift
{
    public static DifferenceRule Rule { get; } = new("MB242", "Foreign key is not in the model", Severity.Error, DifferenceKind.ExtraForeignKey, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations create the foreign key {d.Object} {d.Right}, which the model does not have.",
        $"Drop it in a new migration: migrationBuilder.DropForeignKey(name: \"{d.Name}\", table: \"{d.Table}\"), or map the relationship.");
}
