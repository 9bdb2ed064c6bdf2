using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB310: table is missing on MySQL.</summary>
internal static class MissingTableParity
{
    public static DifferenceRule Rule { get; } = new("MB310", "Table is missing on MySQL", Severity.Error, DifferenceKind.MissingTable, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The table {d.Object} exists on SQLite and not on MySQL{d.Along()}.",
        d.AddOrDrop("Create"));
}
