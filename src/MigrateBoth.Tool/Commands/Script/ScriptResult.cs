using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Script;

/// <summary>The two files that were written.</summary>
internal sealed record ScriptResult : ICommandResult
{
    /// <summary>SQLite's file, absolute.</summary>
    public required string SqliteFile { get; init; }

    /// <summary>MySQL's file, absolute.</summary>
    public required string MySqlFile { get; init; }

    /// <summary>The id the databases are at, or null for none.</summary>
    public required string? From { get; init; }

    /// <summary>The id to reach, or null for the last.</summary>
    public required string? To { get; init; }

    /// <summary>Whether idempotence was requested; only MySQL's file has it.</summary>
    public required bool IsIdempotent { get; init; }

    /// <summary>What to know before running them.</summary>
    public required IReadOnlyList<CommandWarning> Warnings { get; init; }

    /// <summary>What paths are shown relative to.</summary>
    public required string WorkingDirectory { get; init; }

    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output) => output.Columns(
    [
        ["SQLite", PathText.Short(SqliteFile, WorkingDirectory), IsIdempotent ? "not idempotent" : string.Empty],
        ["MySQL", PathText.Short(MySqlFile, WorkingDirectory), IsIdempotent ? "idempotent" : string.Empty],
    ], indent: string.Empty);

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("from", From);
        json.WriteString("to", To);
        json.WriteStartObject("scripts");
        WriteFile(json, "sqlite", SqliteFile, isIdempotent: false);
        WriteFile(json, "mysql", MySqlFile, IsIdempotent);
        json.WriteEndObject();
        CommandWarning.WriteAll(json, Warnings);
    }

    private static void WriteFile(Utf8JsonWriter json, string engine, string file, bool isIdempotent)
    {
        json.WriteStartObject(engine);
        json.WriteString("file", file);
        json.WriteBoolean("idempotent", isIdempotent);
        json.WriteEndObject();
    }
}
