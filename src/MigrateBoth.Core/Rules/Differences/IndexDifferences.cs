using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>An index that is missing, extra or differs.</summary>
internal static class IndexDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.MissingIndex)
        {
            Drift = new("MB230", "Index is missing", Severity.Error, d => new(
                $"The model has the index {d.Object} on {d.Left}, which the migrations do not create on {d.RightEngine.DisplayName()}.",
                $"Add a migration: migrationBuilder.CreateIndex(name: \"{d.Name}\", table: \"{d.Table}\", ...).")),
            Parity = new("MB330", "Index is missing on MySQL", Severity.Error, d => new(
                $"The index {d.Object} on {d.Left} exists on SQLite and not on MySQL.",
                d.AddOrDrop("Create", $"migrationBuilder.CreateIndex(name: \"{d.Name}\", table: \"{d.Table}\", ...)"),
                d.MilderByModel())),
            Between = (d, s) => $"The index {d.Object} on {d.Left ?? d.Right} {s.Presence(d)}.",
            Fix = FixAction.Add,
            AbsentOn = Engine.MySql,
        },
        new(DifferenceKind.IndexDefinition)
        {
            Drift = new("MB231", "Index differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make the index {d.Object} {d.Right}; the model says {d.Left}{d.Because()}.",
                "Drop and create the index in a new migration; where a foreign key needs it on MySQL, create the new one first under another name.")),
            Parity = new("MB331", "Index differs between the engines", Severity.Error, d => new(
                $"The index {d.Object} is {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}.",
                d.IndexAdvice(),
                d.MilderByModel())),
            Between = (d, s) => s.OneOrBoth("index", d),
            Fix = FixAction.Recreate,
        },
        new(DifferenceKind.ExtraIndex)
        {
            Drift = new("MB232", "Index is not in the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations create the index {d.Object} on {d.Right}, which the model does not have.",
                "Add it to the model (HasIndex), drop it in a new migration, or accept it if raw SQL makes it on purpose.")),
            Parity = new("MB332", "Index is missing on SQLite", Severity.Error, d => new(
                $"The index {d.Object} on {d.Right} exists on MySQL and not on SQLite.",
                d.AddOrDrop("Create", $"migrationBuilder.CreateIndex(name: \"{d.Name}\", table: \"{d.Table}\", ...)"),
                d.MilderByModel())),
            Between = (d, s) => $"The index {d.Object} on {d.Left ?? d.Right} {s.Presence(d)}.",
            AbsentOn = Engine.Sqlite,
        },
    ];
}
