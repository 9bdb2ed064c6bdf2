using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB330: index is missing on MySQL.</summary>
internal static class MissingIndexParity
{
    public static DifferenceRule Rule { get; } = new("MB330", "Index is missing on MySQL", Severity.Error, DifferenceKind.MissingIndex, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The index {d.Object} on {d.Left} exists on SQLite and not on MySQL.",
        d.AddOrDrop("Create", $"migrationBuilder.CreateIndex(name: \"{d.Name}\", table: \"{d.Table}\", ...)"),
        d.MilderByModel());
}
