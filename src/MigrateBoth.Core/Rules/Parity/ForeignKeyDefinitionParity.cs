using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB341: foreign key differs between the engines.</summary>
internal static class ForeignKeyDefinitionParity
{
    public static DifferenceRule Rule { get; } = new("MB341", "Foreign key differs between the engines", Severity.Error, DifferenceKind.ForeignKeyDefinition, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The foreign key {d.Object} is {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}.",
        $"Add a migration {d.Where()} with DropForeignKey and AddForeignKey.");
}
