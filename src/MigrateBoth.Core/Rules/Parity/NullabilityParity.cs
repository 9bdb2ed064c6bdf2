using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB302: nullability differs between the engines.</summary>
internal static class NullabilityParity
{
    public static DifferenceRule Rule { get; } = new("MB302", "Nullability differs between the engines", Severity.Error, DifferenceKind.Nullability, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{d.Object} is {d.Left} on SQLite and {d.Right} on MySQL.",
        $"Add a migration {d.Where()}: migrationBuilder.AlterColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", nullable: ...).");
}
