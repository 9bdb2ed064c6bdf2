using System.Text.Json;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Servers.Warm;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Output;
using MigrateBoth.Tool.Projects;
using MigrateBoth.Tool.Scratch;

namespace MigrateBoth.Tool.Commands.Server;

/// <summary>Starts, shows or removes the server that outlives commands.</summary>
internal sealed class ServerCommand(ServerAction action, bool forget, string? configFile, MySqlOptions mySql) : ICommand
{
    public async Task<ICommandResult> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var project = new ProjectOptions { ConfigFile = configFile, Build = new BuildSettings(NoBuild: true, null, null) };
        var request = mySql.RequestFor(context.Console, project.Load(context, mySql.Image));
        var server = new WarmServer(request);
        switch (action)
        {
            case ServerAction.Up:
                using (var step = context.Progress.Begin("MySQL server"))
                {
                    var status = await server.UpAsync(new StepProgress(step), cancellationToken).ConfigureAwait(false);
                    step.Succeed();
                    return new ServerResult(status, Removed: false);
                }

            case ServerAction.Down:
                return new ServerResult(null, await server.DownAsync(cancellationToken).ConfigureAwait(false));

            case ServerAction.Sweep:
                var sweep = await LeftoverSweep.RunAsync(context.Services.Leases(), context.Services.Sweepers(request), context.Progress, cancellationToken, forget).ConfigureAwait(false);
                return new SweepResult(sweep);

            default:
                return new ServerResult(await server.StatusAsync(cancellationToken).ConfigureAwait(false), Removed: false);
        }
    }
}

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
            output.Line(Removed ? "The warm server is gone." : "No warm server is running.");
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

/// <summary>The result of a sweep.</summary>
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
