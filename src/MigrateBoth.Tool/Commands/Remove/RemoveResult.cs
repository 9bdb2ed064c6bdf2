using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Remove;

/// <summary>The pair that was removed.</summary>
internal sealed record RemoveResult : ICommandResult
{
    /// <summary>The id on both sides.</summary>
    public required string Id { get; init; }

    /// <summary>Files that are gone, absolute.</summary>
    public required IReadOnlyList<string> Deleted { get; init; }

    /// <summary>Snapshots that are as they were before the migration, absolute.</summary>
    public required IReadOnlyList<string> Restored { get; init; }

    /// <summary>What <c>--force</c> passed over.</summary>
    public required IReadOnlyList<CommandWarning> Warnings { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        output.Line($"Removed {Id} from SQLite and MySQL.", TextStyle.Good);
        output.Line();
        output.Columns(
        [
            .. Deleted.Select(file => new[] { "deleted", PathText.Short(file, WorkingDirectory) }),
            .. Restored.Select(file => new[] { "restored", PathText.Short(file, WorkingDirectory) }),
        ]);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("migration");
        json.WriteString("id", Id);
        json.WriteString("name", Id[(Id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
        json.WriteEndObject();
        WriteFiles(json, "deleted", Deleted);
        WriteFiles(json, "restored", Restored);
        CommandWarning.WriteAll(json, Warnings);
    }

    private static void WriteFiles(Utf8JsonWriter json, string name, IEnumerable<string> files)
    {
        json.WriteStartArray(name);
        foreach (var file in files)
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
    }
}
