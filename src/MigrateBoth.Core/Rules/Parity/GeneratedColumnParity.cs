using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB304: computed column differs between the engines.</summary>
internal static class GeneratedColumnParity
{
    public static DifferenceRule Rule { get; } = new("MB304", "Computed column differs between the engines", Severity.Error, DifferenceKind.GeneratedColumn, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{d.Object} is {d.Left.OrOrdinary()} on SQLite and {d.Right.OrOrdinary()} on MySQL{d.Because()}.",
        $"Drop and add the column in a migration {d.Where()}, with the same computedColumnSql and the same stored.");
}
