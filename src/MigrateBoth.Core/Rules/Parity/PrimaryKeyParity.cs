using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB320: primary key differs between the engines.</summary>
internal static class PrimaryKeyParity
{
    public static DifferenceRule Rule { get; } = new("MB320", "Primary key differs between the engines", Severity.Error, DifferenceKind.PrimaryKey, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The primary key of {d.Table} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
        $"Add a migration {d.Where()} with DropPrimaryKey and AddPrimaryKey.");
}
