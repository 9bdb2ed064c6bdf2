using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB350: check constraint is missing on MySQL.</summary>
internal static class MissingCheckParity
{
    public static DifferenceRule Rule { get; } = new("MB350", "Check constraint is missing on MySQL", Severity.Error, DifferenceKind.MissingCheck, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The check {d.Object} ({d.Left}) exists on SQLite and not on MySQL.",
        d.AddOrDrop("Add", $"migrationBuilder.AddCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\", sql: ...)"),
        d.MilderByModel());
}
