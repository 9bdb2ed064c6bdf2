using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A column whose default differs, and one that kept the default that AddColumn filled the old rows with.</summary>
internal static class DefaultDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.DefaultValue)
        {
            Drift = new("MB203", "Default differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations give {d.Object} the default {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
                "Add a migration that alters the column with the defaultValue or defaultValueSql of the model.")),
            Parity = new("MB303", "Default differs between the engines", Severity.Error, d => new(
                $"The default of {d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
                $"Alter the column in a migration {d.Where()}, so that both have the same defaultValue or defaultValueSql.")),
            Between = (d, s) => $"The default of {d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
            Fix = FixAction.Alter,
        },
        new(DifferenceKind.DefaultResidue)
        {
            Drift = new("MB290", "Default left behind by AddColumn", Severity.Info, d => new(
                $"On {d.RightEngine.DisplayName()} {d.Object} kept the default {d.Right} that AddColumn filled the old rows with; the model has none, and EF Core always writes the column.",
                $"Nothing has to be done; raw SQL that leaves the column out would get {d.Right}.")),
            Parity = new("MB390", "Default left behind", Severity.Info, d => new(
                $"{d.Object} kept {(d.Left is null || d.Right is null ? "a default that AddColumn filled the old rows with on one engine only" : "different defaults that AddColumn filled the old rows with")}: {d.Left.OrNothing()} on SQLite, {d.Right.OrNothing()} on MySQL.",
                "Nothing has to be done: the model has no default, and EF Core always writes the column.")),
            Between = (d, s) => $"The default of {d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
            AdviceBetween = (_, _) => "Nothing has to be done for EF Core, which always writes the column. Where raw SQL inserts rows, give both sides the same default.",
            AdviceWithoutModel = _ => "Where SQL inserts rows, give both sides the same default.",
        },
    ];
}
