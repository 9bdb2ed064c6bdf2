using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB312: table is missing on SQLite.</summary>
internal static class ExtraTableParity
{
    public static DifferenceRule Rule { get; } = new("MB312", "Table is missing on SQLite", Severity.Error, DifferenceKind.ExtraTable, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The table {d.Object} exists on MySQL and not on SQLite{d.Along()}.",
        d.AddOrDrop("Create"));
}
