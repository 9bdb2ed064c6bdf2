using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Drift;

/// <summary>MB220: primary key differs from the model.</summary>
internal static class PrimaryKeyDrift
{
    public static DifferenceRule Rule { get; } = new("MB220", "Primary key differs from the model", Severity.Error, DifferenceKind.PrimaryKey, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"On {d.RightEngine.DisplayName()} the migrations make the primary key of {d.Table} {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
        $"Add a migration with DropPrimaryKey and AddPrimaryKey on {d.Table}.");
}
