using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers;

/// <summary>Gives back a server that is not what was asked for: a check on it would say nothing about the one that was named.</summary>
internal sealed class RequiredServerProvider(IMySqlServerProvider provider, MySqlServerRequest request) : IMySqlServerProvider
{
    public string Description => provider.Description;

    /// <summary>The failure of a server that does not meet what was named.</summary>
    public static MigrateBothException NotAsRequired(string description, string reason) => new(
        ExitCode.Incomplete,
        "mysql-not-as-required",
        $"The {description} is not the server that was asked for: {reason}.",
        $"Make the named server available (docker pull or docker load its image, or --mysql with its connection string), or change what is named: --mysql-image, {MySqlServerRequest.ImageVariable}, "
        + "mysql.image and mysql.version.");

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = await provider.StartAsync(cancellationToken).ConfigureAwait(false);
        if (request.Refusal(server.Identity, server.Image) is not { } reason)
        {
            server.Requirements = request.Requirements;
            server.IsVendorOpen = server.Requirements.Count == 0 && server.Source != "connection" && !(server.Source == "local" && request.IsExecutableNamed);
            return server;
        }

        await server.DisposeAsync().ConfigureAwait(false);
        throw NotAsRequired(Description, reason);
    }
}
