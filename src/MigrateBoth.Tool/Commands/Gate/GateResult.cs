using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Reports.Provenance;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Whether the gate passes, and the reasons if it does not.</summary>
/// <param name="Reports">The reports that are what they say they are.</param>
/// <param name="Refusals">Why not; empty when it is let through.</param>
/// <param name="Required">The stages that must have passed.</param>
/// <param name="Inputs">What is to be released.</param>
internal sealed record GateResult(
    IReadOnlyList<(string Name, SealedReport Report)> Reports, IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Required, CheckedInputs Inputs) : ICommandResult
{
    private const int ShownFiles = 8;

    public ExitCode ExitCode =>
        Refusals.Count == 0 ? ExitCode.Ok
        : Refusals.All(refusal => refusal.IsUnchecked) ? ExitCode.Incomplete
        : ExitCode.Found;

    public void WriteText(TextOutput output)
    {
        foreach (var (name, report) in Reports)
        {
            var stages = string.Join(", ", report.Stages.Where(stage => stage.Status == "passed").Select(stage => stage.Name));
            output.Line($"{name}: {report.Command} of {SealTime.Write(report.Created)}, {(report.Signature is null ? "not signed" : "signature checked")}; passed: {(stages.Length == 0 ? "nothing" : stages)}", TextStyle.Faint);
        }

        foreach (var refusal in Refusals)
        {
            output.Line($"refused ({refusal.Code}): {(refusal.Report is null ? string.Empty : $"{refusal.Report}: ")}{refusal.Message}", TextStyle.Bad);
            foreach (var file in refusal.Files.Take(ShownFiles))
            {
                output.Line($"  {file.Change,-7}  {file.Path}");
            }

            if (refusal.Files.Count > ShownFiles)
            {
                output.Line($"  and {refusal.Files.Count - ShownFiles} more");
            }

            output.Line($"  {refusal.Advice}", TextStyle.Faint);
        }

        var (verdict, style) = ExitCode switch
        {
            ExitCode.Ok => ($"Passed: {string.Join(", ", Required)} passed on exactly what is here.", TextStyle.Good),
            ExitCode.Found => ("Refused.", TextStyle.Bad),
            _ => ("Incomplete: this is not a pass.", TextStyle.Warning),
        };
        output.Line(verdict, style);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        WriteTexts(json, "required", Required);
        json.WriteStartObject("inputs");
        json.WriteString("configuration", Inputs.Configuration);
        foreach (var group in InputGroups.All)
        {
            json.WriteString(InputGroups.NameOf(group), Inputs.Groups[group].Digest);
        }

        json.WriteEndObject();
        json.WriteStartArray("reports");
        foreach (var (name, report) in Reports)
        {
            json.WriteStartObject();
            json.WriteString("report", name);
            json.WriteString("command", report.Command);
            json.WriteString("created", SealTime.Write(report.Created));
            json.WriteBoolean("signed", report.Signature is not null);
            WriteTexts(json, "passed", report.Stages.Where(stage => stage.Status == "passed").Select(stage => stage.Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("refusals");
        foreach (var refusal in Refusals)
        {
            Write(refusal, json);
        }

        json.WriteEndArray();
    }

    private static void Write(Refusal refusal, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("code", refusal.Code);
        json.WriteString("report", refusal.Report);
        json.WriteString("message", refusal.Message);
        json.WriteString("advice", refusal.Advice);
        json.WriteStartArray("files");
        foreach (var file in refusal.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteString("change", file.Change);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
