using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB313: column is missing on SQLite.</summary>
internal static class ExtraColumnParity
{
    public static DifferenceRule Rule { get; } = new("MB313", "Column is missing on SQLite", Severity.Error, DifferenceKind.ExtraColumn, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The column {d.Object} ({d.Right}) exists on MySQL and not on SQLite{d.Along()}.",
        d.AddOrDrop("Add", $"migrationBuilder.AddColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", ...)"));
}
