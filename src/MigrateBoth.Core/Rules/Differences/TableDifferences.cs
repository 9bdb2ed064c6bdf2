using MigrateBoth.Core.Comparison;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A table that is missing, extra or has another option.</summary>
internal static class TableDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.MissingTable)
        {
            Drift = new("MB210", "Table is missing", Severity.Error, d => new(
                $"The model has the table {d.Object}, which the migrations do not create on {d.RightEngine.DisplayName()}{d.Along()}.",
                "Add a migration that creates it. If the snapshot claims that it exists, look for a CreateTable that was removed from a migration.")),
            Parity = new("MB310", "Table is missing on MySQL", Severity.Error, d => new(
                $"The table {d.Object} exists on SQLite and not on MySQL{d.Along()}.",
                d.AddOrDrop("Create"))),
            Between = (d, s) => $"The table {d.Object} {s.Presence(d)}{d.Along()}.",
        },
        new(DifferenceKind.ExtraTable)
        {
            Drift = new("MB212", "Table is not in the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations create the table {d.Object}, which the model does not have{d.Along()}.",
                $"Drop it in a new migration (migrationBuilder.DropTable(\"{d.Object}\")), map it, or accept it if raw SQL makes it on purpose.")),
            Parity = new("MB312", "Table is missing on SQLite", Severity.Error, d => new(
                $"The table {d.Object} exists on MySQL and not on SQLite{d.Along()}.",
                d.AddOrDrop("Create"))),
            Between = (d, s) => $"The table {d.Object} {s.Presence(d)}{d.Along()}.",
        },
        new(DifferenceKind.TableOption)
        {
            Drift = new("MB270", "Table option differs from the model", Severity.Warning, d => new(
                $"On {d.RightEngine.DisplayName()} the option '{d.Detail}' of {d.Object} is {d.Right.OrNothing()}; the database made from the model says {d.Left.OrNothing()}.",
                "Set the option with raw SQL in a new migration (ALTER TABLE), or in the model where the provider knows it.",
                TableOptions.WeightOf(d.Detail))),
            Parity = new("MB370", "Table option differs between the engines", Severity.Warning, d => new(
                $"The option '{d.Detail}' of {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
                "Set the option with raw SQL in a migration. A MySQL storage engine other than InnoDB keeps neither transactions nor foreign keys; MySQL has no ON CONFLICT.",
                TableOptions.WeightOf(d.Detail))),
            Between = (d, s) => $"The option '{d.Detail}' of {d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        },
    ];
}
