using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.List;

/// <summary>The migrations of both engines, paired row by row.</summary>
/// <param name="Rows">One per id.</param>
/// <param name="Databases">The databases that were asked.</param>
/// <param name="Warnings">What its reader should know.</param>
internal sealed record ListResult(IReadOnlyList<HistoryRow> Rows, IReadOnlyList<DatabaseHistory> Databases, IReadOnlyList<CommandWarning> Warnings) : ICommandResult
{
    /// <summary>Migrations of other configurations that the databases have recorded.</summary>
    public IReadOnlyList<OtherMigrations> Others { get; init; } = [];

    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        foreach (var database in Databases)
        {
            output.Line($"{database.Engine.DisplayName()}: {database.Display}{(database.Exists ? string.Empty : " (does not exist yet)")}", TextStyle.Faint);
        }

        foreach (var other in Others)
        {
            output.Line($"{other.Engine.DisplayName()} has {other.Applied.Count} migration(s) of {other.Configuration} as well: {string.Join(", ", other.Applied)}", TextStyle.Faint);
        }

        if (Rows.Count == 0)
        {
            output.Line("There are no migrations. 'dotnet migrate-both add InitialCreate' adds the first pair.");
            return;
        }

        output.Columns(
            [["migration", "SQLite", "MySQL", string.Empty], .. Rows.Select(row => new[] { row.Id, row.Sqlite.Word, row.MySql.Word, row.Note })],
            indent: string.Empty);
        output.Line();
        output.Line(Summary(), Rows.All(row => !row.IsUnpaired) ? TextStyle.Normal : TextStyle.Warning);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartArray("databases");
        foreach (var database in Databases)
        {
            json.WriteStartObject();
            json.WriteString("engine", database.Engine.Id());
            json.WriteString("database", database.Display);
            json.WriteBoolean("exists", database.Exists);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("migrations");
        foreach (var row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("id", row.Id);
            json.WriteString("name", row.Name);
            json.WriteBoolean("paired", row.IsPaired);
            json.WriteBoolean("beforeBaseline", row.IsBeforeBaseline);
            WriteSide(json, Engine.Sqlite, row);
            WriteSide(json, Engine.MySql, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("otherConfigurations");
        foreach (var other in Others)
        {
            json.WriteStartObject();
            json.WriteString("configuration", other.Configuration);
            json.WriteString("engine", other.Engine.Id());
            json.WriteStartArray("applied");
            foreach (var id in other.Applied)
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        CommandWarning.WriteAll(json, Warnings);
    }

    private static void WriteSide(Utf8JsonWriter json, Engine engine, HistoryRow row)
    {
        json.WriteStartObject(engine.Id());
        json.WriteString("id", engine == Engine.MySql ? row.MySqlId ?? row.Id : row.Id);
        json.WriteBoolean("exists", row[engine].Exists);
        if (row[engine].IsApplied is { } applied)
        {
            json.WriteBoolean("applied", applied);
        }
        else
        {
            json.WriteNull("applied");
        }

        json.WriteEndObject();
    }

    private string Summary()
    {
        var parts = new List<string> { $"{Rows.Count(row => row is { IsPaired: true, IsBeforeBaseline: false })} pair(s)" };
        if (Rows.Count(row => row.IsBeforeBaseline) is > 0 and var before)
        {
            parts.Add($"{before} before the baseline");
        }

        if (Rows.Count(row => row.IsUnpaired) is > 0 and var unpaired)
        {
            parts.Add($"{unpaired} unpaired ('dotnet migrate-both status' says more)");
        }

        parts.AddRange(Databases.Select(database =>
            $"{Rows.Count(row => row[database.Engine] is { Exists: true, IsApplied: false })} pending on {database.Engine.DisplayName()}"));
        return string.Join(", ", parts) + ".";
    }
}
