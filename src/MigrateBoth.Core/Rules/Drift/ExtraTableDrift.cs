using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB212: table is not in the model.</summary>
internal static class ExtraTableDrift
{
    public static DifferenceRule Rule { get; } = new("MB212", "Table is not in the model", Severity.Error, DifferenceKind.ExtraTable, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations create the table {d.Object}, which the model does not have{d.Along()}.",
        $"Drop it in a new migration (migrationBuilder.DropTable(\"{d.Object}\")), map it, or accept it if raw SQL makes it on purpose.");
}
