using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB352: check constraint is missing on SQLite.</summary>
internal static class ExtraCheckParity
{
    public static DifferenceRule Rule { get; } = new("MB352", "Check constraint is missing on SQLite", Severity.Error, DifferenceKind.ExtraCheck, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The check {d.Object} ({d.Right}) exists on MySQL and not on SQLite.",
        d.AddOrDrop("Add", $"migrationBuilder.AddCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\", sql: ...)"),
        d.MilderByModel());
}
