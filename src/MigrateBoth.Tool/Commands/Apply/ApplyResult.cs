using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>The results of all databases; a failure on one does not hide the other.</summary>
/// <param name="Databases">One per database.</param>
/// <param name="Warnings">What was unusual before.</param>
internal sealed record ApplyResult(IReadOnlyList<DatabaseOutcome> Databases, IReadOnlyList<CommandWarning> Warnings) : ICommandResult
{
    public ExitCode ExitCode => Databases.All(database => database.IsDone) ? ExitCode.Ok : ExitCode.Incomplete;

    public void WriteText(TextOutput output) => WriteLines(line => output.Line(line));

    /// <summary>The text, line by line.</summary>
    public void WriteLines(Action<string> write)
    {
        foreach (var line in Databases.SelectMany(OutcomeText.Lines))
        {
            write(line);
        }
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("dryRun", false);
        json.WriteStartArray("databases");
        foreach (var database in Databases)
        {
            OutcomeJson.Write(json, database);
        }

        json.WriteEndArray();
        CommandWarning.WriteAll(json, Warnings);
    }
}
