using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB311: column is missing on MySQL.</summary>
internal static class MissingColumnParity
{
    public static DifferenceRule Rule { get; } = new("MB311", "Column is missing on MySQL", Severity.Error, DifferenceKind.MissingColumn, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The column {d.Object} ({d.Left}) exists on SQLite and not on MySQL{d.Along()}.",
        d.AddOrDrop("Add", $"migrationBuilder.AddColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", ...)"));
}
