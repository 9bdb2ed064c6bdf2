using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A check constraint that is missing, extra or differs.</summary>
internal static class CheckDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.MissingCheck)
        {
            Drift = new("MB250", "Check constraint is missing", Severity.Error, d => new(
                $"The model has the check {d.Object} ({d.Left}), which the migrations do not create on {d.RightEngine.DisplayName()}.",
                $"Add a migration: migrationBuilder.AddCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\", sql: ...).")),
            Parity = new("MB350", "Check constraint is missing on MySQL", Severity.Error, d => new(
                $"The check {d.Object} ({d.Left}) exists on SQLite and not on MySQL.",
                d.AddOrDrop("Add", $"migrationBuilder.AddCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\", sql: ...)"),
                d.MilderByModel())),
            Between = (d, s) => $"The check {d.Object} ({d.Left ?? d.Right}) {s.Presence(d)}.",
            Fix = FixAction.Add,
            AbsentOn = Engine.MySql,
        },
        new(DifferenceKind.CheckDefinition)
        {
            Drift = new("MB251", "Check constraint differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make the check {d.Object} {d.Right}; the model says {d.Left}{d.Because()}.",
                "Add a migration with DropCheckConstraint and AddCheckConstraint that has the SQL of the model.")),
            Parity = new("MB351", "Check constraint differs between the engines", Severity.Error, d => new(
                $"The check {d.Object} is {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}.",
                $"Drop and add the check in a migration {d.Where()}, with SQL that means the same on both.")),
            Between = (d, s) => s.OneOrBoth("check", d),
            Fix = FixAction.Recreate,
        },
        new(DifferenceKind.ExtraCheck)
        {
            Drift = new("MB252", "Check constraint is not in the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations create the check {d.Object} ({d.Right}), which the model does not have.",
                $"Drop it in a new migration: migrationBuilder.DropCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\"), or add it to the model with HasCheckConstraint.")),
            Parity = new("MB352", "Check constraint is missing on SQLite", Severity.Error, d => new(
                $"The check {d.Object} ({d.Right}) exists on MySQL and not on SQLite.",
                d.AddOrDrop("Add", $"migrationBuilder.AddCheckConstraint(name: \"{d.Name}\", table: \"{d.Table}\", sql: ...)"),
                d.MilderByModel())),
            Between = (d, s) => $"The check {d.Object} ({d.Left ?? d.Right}) {s.Presence(d)}.",
            AbsentOn = Engine.Sqlite,
        },
    ];
}
