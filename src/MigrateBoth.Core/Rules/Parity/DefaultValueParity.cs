using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB303: default differs between the engines.</summary>
internal static class DefaultValueParity
{
    public static DifferenceRule Rule { get; } = new("MB303", "Default differs between the engines", Severity.Error, DifferenceKind.DefaultValue, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The default of {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
        $"Alter the column in a migration {d.Where()}, so that both have the same defaultValue or defaultValueSql.");
}
