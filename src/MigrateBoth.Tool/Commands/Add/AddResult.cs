using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Model;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Add;

/// <summary>The pair that was written.</summary>
internal sealed record AddResult : ICommandResult
{
    private const int MostRows = 40;

    /// <summary>The id on both sides.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>What SQLite's side does.</summary>
    public required IReadOnlyList<OperationDescription> Sqlite { get; init; }

    /// <summary>What MySQL's side does.</summary>
    public required IReadOnlyList<OperationDescription> MySql { get; init; }

    /// <summary>The files that were written, absolute.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>What to look at.</summary>
    public required IReadOnlyList<CommandWarning> Warnings { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    public ExitCode ExitCode => ExitCode.Ok;

    private Engine? EmptySide => (Sqlite.Count == 0, MySql.Count == 0) switch
    {
        (true, false) => Engine.Sqlite,
        (false, true) => Engine.MySql,
        _ => null,
    };

    public void WriteText(TextOutput output)
    {
        output.Line($"Added {Id} for SQLite and MySQL.", TextStyle.Good);
        output.Line();
        var rows = OperationTable.Join(Sqlite, MySql);
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
        if (EmptySide is { } empty)
        {
            output.Line($"{empty.DisplayName()} has nothing to change; its migration is empty and keeps the pair.");
            output.Line();
        }

        foreach (var file in Files)
        {
            output.Line($"  {PathText.Short(file, WorkingDirectory)}", TextStyle.Faint);
        }
    }

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
        WriteSide(json, Engine.Sqlite, Sqlite);
        WriteSide(json, Engine.MySql, MySql);
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
