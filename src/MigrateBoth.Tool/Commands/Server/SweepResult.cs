using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>What was left, and what became of it.</summary>
/// <param name="Sweep">Null when it could not be looked at, which stderr has told.</param>
internal sealed record SweepResult(LeaseSweep? Sweep) : ICommandResult
{
    public ExitCode ExitCode => Sweep is { Kept.Count: 0, WasSkipped: false } ? ExitCode.Ok : ExitCode.Incomplete;

    public void WriteText(TextOutput output) => output.Line(Sweep switch
    {
        null or { WasSkipped: true } => "Nothing was swept.",
        { Removed.Count: 0, Kept.Count: 0, GivenUp.Count: 0 } => "There is nothing left.",
        var sweep => $"Removed {sweep.Removed.Count}, given up {sweep.GivenUp.Count}, still there {sweep.Kept.Count}.",
    });

    public void WriteJson(Utf8JsonWriter json)
    {
        Write(json, "removed", Sweep?.Removed ?? []);
        Write(json, "givenUp", Sweep?.GivenUp ?? []);
        Write(json, "kept", [.. (Sweep?.Kept ?? []).Select(kept => kept.Resource)]);
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<LeasedResource> resources)
    {
        json.WriteStartArray(name);
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            json.WriteString("kind", resource.Kind);
            json.WriteString("id", resource.Id);
            json.WriteString("on", resource.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
