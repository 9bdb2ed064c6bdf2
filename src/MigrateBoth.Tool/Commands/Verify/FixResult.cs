using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Verify;

/// <summary>What was corrected, and the check after it.</summary>
/// <param name="Check">The last check.</param>
/// <param name="Written">The pair that holds the corrections; null where none were written.</param>
/// <param name="Refusal">Why none were written, or null.</param>
internal sealed record FixResult(ICommandResult Check, WrittenFix? Written, string? Refusal) : ICommandResult
{
    /// <summary>What paths are shown relative to.</summary>
    public string WorkingDirectory { get; init; } = string.Empty;

    public ExitCode ExitCode => Check.ExitCode;

    public string Outcome => Check.Outcome;

    public void WriteError(TextWriter error) => Check.WriteError(error);

    public void WriteText(TextOutput output)
    {
        output.Line(Written is { } written ? $"Wrote {written.Corrections} into {written.Id}; this is the check after it:" : Refusal!, Written is null ? TextStyle.Warning : TextStyle.Good);
        foreach (var file in Written?.Files ?? [])
        {
            output.Line($"  {PathText.Short(file, WorkingDirectory)}", TextStyle.Faint);
        }

        output.Line();
        Check.WriteText(output);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        Check.WriteJson(json);
        json.WriteStartObject("fix");
        json.WriteString("migration", Written?.Id);
        json.WriteNumber("corrections", Written?.Calls ?? 0);
        json.WriteString("refusal", Refusal);
        json.WriteStartArray("files");
        foreach (var file in Written?.Files ?? [])
        {
            json.WriteStringValue(file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
