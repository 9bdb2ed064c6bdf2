using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB332: index is missing on SQLite.</summary>
internal static class ExtraIndexParity
{
    public static DifferenceRule Rule { get; } = new("MB332", "Index is missing on SQLite", Severity.Error, DifferenceKind.ExtraIndex, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The index {d.Object} on {d.Right} exists on MySQL and not on SQLite.",
        d.AddOrDrop("Create", $"migrationBuilder.CreateIndex(name: \"{d.Name}\", table: \"{d.Table}\", ...)"),
        d.MilderByModel());
}
