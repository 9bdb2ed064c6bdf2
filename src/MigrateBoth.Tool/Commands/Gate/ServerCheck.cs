using MigrateBoth.Core.Configuration;
using MigrateBoth.Core.Schema;
using MigrateBoth.Tool.CommandLine;
using MigrateBoth.Tool.Sealing;

namespace MigrateBoth.Tool.Commands.Gate;

/// <summary>Did the check run on the server that the configuration at hand requires, and on the one that its own command line asked for?</summary>
internal sealed class ServerCheck(IReadOnlyList<ServerRequirement> required)
{
    /// <summary>What the configuration and the variables of the gate name.</summary>
    public static ServerCheck Of(MigrateBothConfiguration configuration, ToolConsole console) =>
        new(new MySqlOptions(null, null, null).RequestFor(console, configuration).Requirements);

    /// <summary>Why a report's server is not the required one, or null.</summary>
    public string? Reason(SealedReport report)
    {
        IReadOnlyList<ServerRequirement> all = [.. required, .. report.Server?.Required ?? []];
        if (report.Server is not { } server)
        {
            return all.Count == 0 ? null : "it does not say which server it ran on";
        }

        return ServerRequirement.Refusal(all, new ServerIdentity(server.Vendor, server.Version), server.Image);
    }

    /// <summary>The refusal of a stage that passed on other servers only.</summary>
    public Refusal RefusalOf(string stage, string name, SealedReport report) => new Refusal(
        "other-server",
        name,
        $"the stage '{stage}' passed on another server than is required: {Reason(report)}.",
        "Run the check on the server that mysql.image and mysql.version name, or correct what they name.");
}
