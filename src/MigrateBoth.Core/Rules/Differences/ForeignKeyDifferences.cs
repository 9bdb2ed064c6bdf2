using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A foreign key that is missing, extra or differs.</summary>
internal static class ForeignKeyDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.MissingForeignKey)
        {
            Drift = new("MB240", "Foreign key is missing", Severity.Error, d => new(
                $"The model has the foreign key {d.Object} {d.Left}, which the migrations do not create on {d.RightEngine.DisplayName()}.",
                $"Add a migration: migrationBuilder.AddForeignKey(name: \"{d.Name}\", table: \"{d.Table}\", ...).")),
            Parity = new("MB340", "Foreign key is missing on MySQL", Severity.Error, d => new(
                $"The foreign key {d.Object} {d.Left} exists on SQLite and not on MySQL.",
                d.AddOrDrop("Add", $"migrationBuilder.AddForeignKey(name: \"{d.Name}\", table: \"{d.Table}\", ...)"))),
            Between = (d, s) => $"The foreign key {d.Object} {d.Left ?? d.Right} {s.Presence(d)}.",
            Fix = FixAction.Add,
            AbsentOn = Engine.MySql,
        },
        new(DifferenceKind.ForeignKeyDefinition)
        {
            Drift = new("MB241", "Foreign key differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make the foreign key {d.Object} {d.Right}; the model says {d.Left}{d.Because()}.",
                "Add a migration with DropForeignKey and AddForeignKey that has the target and actions of the model.")),
            Parity = new("MB341", "Foreign key differs between the engines", Severity.Error, d => new(
                $"The foreign key {d.Object} is {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}.",
                $"Add a migration {d.Where()} with DropForeignKey and AddForeignKey.")),
            Between = (d, s) => s.OneOrBoth("foreign key", d),
            Fix = FixAction.Recreate,
        },
        new(DifferenceKind.ExtraForeignKey)
        {
            Drift = new("MB242", "Foreign key is not in the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations create the foreign key {d.Object} {d.Right}, which the model does not have.",
                $"Drop it in a new migration: migrationBuilder.DropForeignKey(name: \"{d.Name}\", table: \"{d.Table}\"), or map the relationship.")),
            Parity = new("MB342", "Foreign key is missing on SQLite", Severity.Error, d => new(
                $"The foreign key {d.Object} {d.Right} exists on MySQL and not on SQLite.",
                d.AddOrDrop("Add", $"migrationBuilder.AddForeignKey(name: \"{d.Name}\", table: \"{d.Table}\", ...)"))),
            Between = (d, s) => $"The foreign key {d.Object} {d.Left ?? d.Right} {s.Presence(d)}.",
            AbsentOn = Engine.Sqlite,
        },
    ];
}
