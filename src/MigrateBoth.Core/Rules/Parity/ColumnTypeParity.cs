using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB301: column type differs between the engines.</summary>
internal static class ColumnTypeParity
{
    public static DifferenceRule Rule { get; } = new("MB301", "Column type differs between the engines", Severity.Error, DifferenceKind.ColumnType, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"{d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL, which do not stand for the same property{d.Because()}.",
        $"Add a migration {d.Where()}: migrationBuilder.AlterColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", type: ...).");
}
