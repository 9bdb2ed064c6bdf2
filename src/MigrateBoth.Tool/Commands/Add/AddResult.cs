using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Protocol;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>The pair that was written.</summary>
internal sealed record AddResult : ICommandResult
{
    private const int MostRows = 40;

    /// <summary>The id on both sides.</summary>
    public required string Id { get; init; }

    /// <summary>The name of the migration, without the timestamp.</summary>
    public required string Name { get; init; }

    /// <summary>The sides that were written; one where the other one had the migration already.</summary>
    public required IReadOnlyList<ScaffoldedMigration> Sides { get; init; }

    /// <summary>The files that were written, absolute.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What to look at.</summary>
    public required IReadOnlyList<CommandWarning> Warnings { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        output.Line(
            Sides is [var half]
                ? $"Added the {half.Engine.DisplayName()} half of {Id}; {half.Engine.Other().DisplayName()} has it already."
                : $"Added {Id} for SQLite and MySQL.",
            TextStyle.Good);
        output.Line();
        var rows = OperationTable.Join(Operations(Engine.Sqlite), Operations(Engine.MySql));
        if (rows.Count > 0)
        {
            output.Columns([["operation", "SQLite", "MySQL", string.Empty], .. rows.Take(MostRows).Select(Cells)]);
            if (rows.Count > MostRows)
            {
                output.Line($"  and {rows.Count - MostRows} more");
            }

            output.Line();
        }

        // M-03: what changes only a facet is nothing on one engine and an ALTER on the other.
        if (Sides.Where(side => side.Operations.Count == 0).ToList() is [var empty])
        {
            output.Line($"{empty.Engine.DisplayName()} has no changes; its migration is empty and completes the pair.");
            output.Line();
        }

        foreach (var file in Files)
        {
            output.Line($"  {PathText.Short(file, WorkingDirectory)}", TextStyle.Faint);
        }
    }

    private IReadOnlyList<OperationDescription> Operations(Engine engine) => Sides.FirstOrDefault(side => side.Engine == engine)?.Operations ?? [];

    private static string[] Cells(OperationTable.Row row) =>
        [row.Summary, row.OnSqlite ? "yes" : "-", row.OnMySql ? "yes" : "-", row.IsDestructive ? "may lose data" : string.Empty];

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("migration");
        json.WriteString("id", Id);
        json.WriteString("name", Name);
        json.WriteEndObject();
        json.WriteStartArray("files");
        foreach (var file in Files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteStartObject("sides");
        foreach (var side in Sides)
        {
            WriteSide(json, side.Engine, side.Operations);
        }

        json.WriteEndObject();
        CommandWarning.WriteAll(json, Warnings);
    }

    private static void WriteSide(Utf8JsonWriter json, Engine engine, IReadOnlyList<OperationDescription> operations)
    {
        json.WriteStartObject(engine.Id());
        json.WriteBoolean("isEmpty", operations.Count == 0);
        json.WriteStartArray("operations");
        foreach (var operation in operations)
        {
            json.WriteStartObject();
            json.WriteString("kind", operation.Kind);
            json.WriteString("table", operation.Table);
            json.WriteString("name", operation.Name);
            json.WriteString("summary", operation.Summary);
            json.WriteBoolean("mayLoseData", operation.IsDestructive);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
