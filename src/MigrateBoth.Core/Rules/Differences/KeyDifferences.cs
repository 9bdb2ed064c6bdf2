using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A primary key or unique constraint that is missing, extra or of other columns.</summary>
internal static class KeyDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.PrimaryKey)
        {
            Drift = new("MB220", "Primary key differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make the primary key of {d.Table} {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
                $"Add a migration with DropPrimaryKey and AddPrimaryKey on {d.Table}.")),
            Parity = new("MB320", "Primary key differs between the engines", Severity.Error, d => new(
                $"The primary key of {d.Table} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
                $"Add a migration {d.Where()} with DropPrimaryKey and AddPrimaryKey.")),
            Between = (d, s) => $"The primary key of {d.Table} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}{d.Along()}.",
        },
        new(DifferenceKind.UniqueConstraint)
        {
            Drift = new("MB221", "Unique constraint differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make the unique constraint {d.Object} {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}{d.Because()}.",
                $"Add a migration with AddUniqueConstraint or DropUniqueConstraint on {d.Table}.")),
            Parity = new("MB321", "Unique constraint differs between the engines", Severity.Error, d => new(
                $"The unique constraint {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL{d.Because()}.",
                $"Add a migration {d.Where()} with AddUniqueConstraint or DropUniqueConstraint.")),
            Between = (d, s) => s.OneOrBoth("unique constraint", d),
        },
    ];
}
