using System.Text.Json;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Shared;

/// <summary>Something that does not stop the command and that its user should know.</summary>
/// <param name="Code">A stable identifier in kebab-case.</param>
/// <param name="Message">What it is and what follows from it.</param>
internal sealed record CommandWarning(string Code, string Message)
{
    /// <summary>Tells a person at once, on stderr.</summary>
    public static void ShowAll(IEnumerable<CommandWarning> warnings, IProgressDisplay progress)
    {
        foreach (var warning in warnings)
        {
            progress.Warning(warning.Message);
        }
    }

    /// <summary>Writes the <c>warnings</c> member.</summary>
    public static void WriteAll(Utf8JsonWriter json, IEnumerable<CommandWarning> warnings)
    {
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStartObject();
            json.WriteString("code", warning.Code);
            json.WriteString("message", warning.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
