using System.Text.Json;

namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>What a command line did.</summary>
public sealed record ToolResult(int ExitCode, string Output, string Error, TimeSpan Elapsed)
{
    /// <summary>Stdout as the one JSON document it has to be.</summary>
    public JsonElement Json
    {
        get
        {
            try
            {
                return JsonDocument.Parse(Output).RootElement;
            }
            catch (JsonException exception)
            {
                throw new InvalidOperationException($"stdout is not one JSON document: {exception.Message}\n{this}", exception);
            }
        }
    }

    public override string ToString() => $"exit code {ExitCode} after {Elapsed.TotalSeconds:F1} s\n--- stdout\n{Output}\n--- stderr\n{Error}";
}
