using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>The warm server as it is after the command.</summary>
/// <param name="Status">What runs, or null.</param>
/// <param name="Removed">Whether this command removed one.</param>
internal sealed record ServerResult(WarmServerStatus? Status, bool Removed) : ICommandResult
{
    public ExitCode ExitCode => ExitCode.Ok;

    public void WriteText(TextOutput output)
    {
        if (Status is not { } status)
        {
            output.Line(Removed ? "The warm server is gone." : "No warm server runs.");
            return;
        }

        output.Line($"{status.Identity} is warm at {status.Endpoint}.", TextStyle.Good);
        output.Columns(
        [
            ["source", status.Source],
            ["image", status.Image ?? "-"],
            ["id", status.Id],
            ["started", $"{status.Started:yyyy-MM-dd HH:mm:ss} UTC"],
        ]);
    }

    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteBoolean("running", Status is not null);
        json.WriteBoolean("removed", Removed);
        if (Status is not { } status)
        {
            json.WriteNull("server");
            return;
        }

        json.WriteStartObject("server");
        json.WriteString("vendor", status.Identity.Vendor);
        json.WriteString("version", status.Identity.Version);
        json.WriteString("source", status.Source);
        json.WriteString("image", status.Image);
        json.WriteString("id", status.Id);
        json.WriteString("endpoint", status.Endpoint);
        json.WriteString("started", status.Started.UtcDateTime);
        json.WriteEndObject();
    }
}
