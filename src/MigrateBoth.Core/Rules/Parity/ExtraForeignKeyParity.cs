using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB342: foreign key is missing on SQLite.</summary>
internal static class ExtraForeignKeyParity
{
    public static DifferenceRule Rule { get; } = new("MB342", "Foreign key is missing on SQLite", Severity.Error, DifferenceKind.ExtraForeignKey, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The foreign key {d.Object} {d.Right} exists on MySQL and not on SQLite.",
        d.AddOrDrop("Add", $"migrationBuilder.AddForeignKey(name: \"{d.Name}\", table: \"{d.Table}\", ...)"));
}
