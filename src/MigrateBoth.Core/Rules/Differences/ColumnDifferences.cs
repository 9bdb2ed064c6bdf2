using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Model;

namespace MigrateBoth.Core.Rules.Differences;

/// <summary>A column that is missing, extra or of another type, nullability, computation, generation or attribute.</summary>
internal static class ColumnDifferences
{
    public static IReadOnlyList<DifferenceDefinition> All { get; } =
    [
        new(DifferenceKind.MissingColumn)
        {
            Drift = new("MB211", "Column is missing", Severity.Error, d => new(
                $"The model has the column {d.Object} ({d.Left}), which the migrations do not create on {d.RightEngine.DisplayName()}{d.Along()}.",
                $"Add a migration: migrationBuilder.AddColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", ...).")),
            Parity = new("MB311", "Column is missing on MySQL", Severity.Error, d => new(
                $"The column {d.Object} ({d.Left}) exists on SQLite and not on MySQL{d.Along()}.",
                d.AddOrDrop("Add", $"migrationBuilder.AddColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", ...)"))),
            Between = (d, s) => $"The column {d.Object} ({d.Left ?? d.Right}) {s.Presence(d)}{d.Along()}.",
            Fix = FixAction.Add,
            AbsentOn = Engine.MySql,
        },
        new(DifferenceKind.ExtraColumn)
        {
            Drift = new("MB213", "Column is not in the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations create the column {d.Object} ({d.Right}), which the model does not have{d.Along()}.",
                $"Drop it in a new migration: migrationBuilder.DropColumn(name: \"{d.Name}\", table: \"{d.Table}\").")),
            Parity = new("MB313", "Column is missing on SQLite", Severity.Error, d => new(
                $"The column {d.Object} ({d.Right}) exists on MySQL and not on SQLite{d.Along()}.",
                d.AddOrDrop("Add", $"migrationBuilder.AddColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", ...)"))),
            Between = (d, s) => $"The column {d.Object} ({d.Left ?? d.Right}) {s.Presence(d)}{d.Along()}.",
            AbsentOn = Engine.Sqlite,
        },
        new(DifferenceKind.ColumnType)
        {
            Drift = new("MB201", "Column type differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations give {d.Object} the type {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
                $"Add a migration that alters the column: migrationBuilder.AlterColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", type: \"{d.Left}\", ...).")),
            Parity = new("MB301", "Column type differs between the engines", Severity.Error, d => new(
                $"{d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL, which do not represent the same property{d.Because()}.",
                $"Add a migration {d.Where()}: migrationBuilder.AlterColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", type: ...).")),
            Between = (d, s) => $"The type of {d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}{d.Because()}.",
            Fix = FixAction.Alter,
        },
        new(DifferenceKind.Nullability)
        {
            Drift = new("MB202", "Nullability differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make {d.Object} {d.Right}; the model says {d.Left}.",
                $"Add a migration that alters the column with nullable: {d.Left.Is("NULL")}; fill existing rows first when it becomes required.")),
            Parity = new("MB302", "Nullability differs between the engines", Severity.Error, d => new(
                $"{d.Object} is {d.Left} on SQLite and {d.Right} on MySQL.",
                $"Add a migration {d.Where()}: migrationBuilder.AlterColumn<T>(name: \"{d.Name}\", table: \"{d.Table}\", nullable: ...).")),
            Between = (d, s) => $"{d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
            Fix = FixAction.Alter,
        },
        new(DifferenceKind.GeneratedColumn)
        {
            Drift = new("MB204", "Computed column differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the migrations make {d.Object} {d.Right.OrOrdinary()}; the model says {d.Left.OrOrdinary()}{d.Because()}.",
                "Drop and add the column in a new migration with the computedColumnSql and stored of the model: MySQL cannot alter one into the other.")),
            Parity = new("MB304", "Computed column differs between the engines", Severity.Error, d => new(
                $"{d.Object} is {d.Left.OrOrdinary()} on SQLite and {d.Right.OrOrdinary()} on MySQL{d.Because()}.",
                $"Drop and add the column in a migration {d.Where()}, with the same computedColumnSql and the same stored.")),
            Between = (d, s) => $"{d.Object} is {s.Both(d.Left.OrOrdinary(), d.Right.OrOrdinary())}{d.Because()}.",
        },
        new(DifferenceKind.Identity)
        {
            Drift = new("MB205", "Value generation differs from the model", Severity.Error, d => new(
                $"On {d.RightEngine.DisplayName()} the values of {d.Object} are {d.Right}; the model says {d.Left}.",
                "Alter the column in a new migration with the annotation of the model (Sqlite:Autoincrement, MySql:ValueGenerationStrategy).")),
            Parity = new("MB305", "Value generation differs between the engines", Severity.Error, d => new(
                $"The values of {d.Object} are {d.Left} on SQLite and {d.Right} on MySQL{d.Because()}{d.Along()}.",
                "Make both keys generated or neither: a generated key has to be the only column of its primary key on SQLite, and AUTO_INCREMENT on MySQL.")),
            Between = (d, s) => $"The values of {d.Object} are {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}{d.Along()}.",
        },
        new(DifferenceKind.ColumnAttribute)
        {
            Drift = new("MB208", "Column attribute differs from the model", Severity.Warning, d => new(
                $"On {d.RightEngine.DisplayName()} {d.Object} is {d.Right.OrNothing()}; the database made from the model says {d.Left.OrNothing()}.",
                "Repeat the attribute in a migration after every AlterColumn of this column: EF Core does not support it and drops it.")),
            Parity = new("MB308", "Column attribute differs between the engines", Severity.Warning, d => new(
                $"{d.Object} is {d.Left.OrNothing()} on SQLite and {d.Right.OrNothing()} on MySQL.",
                "Remove the attribute with raw SQL on the side that has it, or do in the application what it does.")),
            Between = (d, s) => $"{d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
        },
        new(DifferenceKind.Comment)
        {
            Drift = new("MB207", "Comment differs from the model", Severity.Info, d => new(
                $"On {d.RightEngine.DisplayName()} the comment of {d.Object} is {d.Right.OrNothing()}; the model says {d.Left.OrNothing()}.",
                "Add a migration that alters the object with the comment of the model.")),
            Between = (d, s) => $"The comment of {d.Object} is {s.Both(d.Left.OrNothing(), d.Right.OrNothing())}.",
            Fix = FixAction.Alter,
        },
    ];
}
