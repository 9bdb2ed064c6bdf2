using System.Text.Json;
using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Rendering;

namespace MigrateBoth.Tool.Commands.Init.Generating;

/// <summary>Shows a generated side.</summary>
internal static class GeneratedSideOutput
{
    /// <summary>Writes a summary of the generated side as text.</summary>
    public static void WriteText(GeneratedSide side, string workingDirectory, TextOutput output)
    {
        output.Line();
        output.Line($"Generated {side.Id}, the first migration of {side.Engine.DisplayName()}, from the model", TextStyle.Bold);
        foreach (var file in side.Files)
        {
            output.Line($"  {PathText.Short(file, workingDirectory)}");
        }

        output.Line();
        output.Line($"Verified against what {side.Engine.Other().DisplayName()}'s migrations build", TextStyle.Bold);
        new CheckReportResult(side.Verification).WriteText(output);
    }

    /// <summary>The member <c>generated</c>.</summary>
    public static void WriteJson(GeneratedSide side, Utf8JsonWriter json)
    {
        json.WriteStartObject("generated");
        json.WriteString("engine", side.Engine.Id());
        json.WriteStartObject("migration");
        json.WriteString("id", side.Id);
        json.WriteString("name", side.Id[(side.Id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
        json.WriteEndObject();
        json.WriteStartArray("files");
        side.Files.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartObject("verification");
        var verification = new CheckReportResult(side.Verification);
        json.WriteString("outcome", ((Tool.Output.ICommandResult)verification).Outcome);
        json.WriteNumber("exitCode", (int)verification.ExitCode);
        verification.WriteJson(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>What is left to do, or nothing.</summary>
    public static string? Next(GeneratedSide side) =>
        !side.IsBaselineWritten
            ? $"migrateboth.json has a baseline already, which stays: let it say \"sqlite\": \"{side.Baseline.Sqlite}\", \"mysql\": \"{side.Baseline.MySql}\"."
            : side.ExitCode == ExitCode.Found
                ? $"{side.Id} and {side.Engine.Other().DisplayName()}'s migrations do not build the same: the findings above say which side departs and how to correct it; what is meant so is accepted with 'verify --accept-current --reason TEXT'."
                : null;
}
