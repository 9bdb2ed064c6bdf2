using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Parity;

/// <summary>MB321: unique constraint differs between the engines.</summary>
internal static class UniqueConstraintParity
{
    public static DifferenceRule Rule { get; } = new("MB321", "Unique constraint differs between the engines", Severity.Error, DifferenceKind.UniqueConstraint, Explain);

    private static Explanation Explain(SchemaDifference d) => new(
        $"The unique constraint {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL{d.Because()}.",
        $"Add a migration {d.Where()} with AddUniqueConstraint or DropUniqueConstraint.");
}
