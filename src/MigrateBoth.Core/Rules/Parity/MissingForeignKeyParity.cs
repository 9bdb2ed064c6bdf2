using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB340: foreign key is missing on MySQL.</summary>
internal static class MissingForeignKeyParity
{
    public static DifferenceRule Rule { get; } = new("MB340", "Foreign key is missing on MySQL", Severity.Error, DifferenceKind.MissingForeignKey, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The foreign key {d.Object} {d.Left} exists on SQLite and not on MySQL.",
        d.AddOrDrop("Add", $"migrationBuilder.AddForeignKey(name: \"{d.Name}\", table: \"{d.Table}\", ...)"));
}
