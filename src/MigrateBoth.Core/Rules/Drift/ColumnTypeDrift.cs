using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB201: column type differs from the model.</summary>
internal static class ColumnTypeDrift
{
    public static DifferenceRule Rule { get; } = new("MB201", "Column type differs from the model", Severity.Error, DifferenceKind.ColumnType, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations give {d.Object} the type {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
        $"Add a migration that alters the column: migrationBuilder.AlterColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", type: \"{d.Left}\", ...).");
}
