using System.Text;
using MigrateBoth.Core.Errors;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers;

/// <summary>One way to get a server.</summary>
internal interface IMySqlServerProvider
{
    /// <summary>What it is, for messages: <c>a container of mysql:8.4</c>.</summary>
    string Description { get; }

    /// <summary>Gets a server that answers. On any exception nothing is left running.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">This way leads nowhere here.</exception>
    Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken);
}

/// <summary>Tries one way after the other, and when none leads anywhere says what each of them ran into.</summary>
internal sealed class AutoServerProvider(IReadOnlyList<IMySqlServerProvider> providers, IProgress<string> progress) : IMySqlServerProvider
{
    public string Description => "any server";

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var tried = new List<(string Description, MigrateBothException Reason)>();
        foreach (var provider in providers)
        {
            try
            {
                return await provider.StartAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (MigrateBothException e)
            {
                tried.Add((provider.Description, e));
                progress.Report($"no {provider.Description}: {FirstLine(e.Message)}");
            }
        }

        var all = tried.Aggregate(new StringBuilder(), (text, t) => text.Append($"\n  - {t.Description}: {t.Reason.Message}"));
        var inner = new AggregateException(tried.Select(t => t.Reason));
        throw tried.Find(t => t.Reason.Code == "mysql-not-as-required") is { Reason: { } other }
            ? new MigrateBothException(ExitCode.Incomplete, "mysql-not-as-required", $"No available server meets the requirement. Tried:{all}", other.Hint, inner)
            : new MigrateBothException(
                ExitCode.Incomplete,
                "mysql-unavailable",
                $"No MySQL server is available. Tried:{all}",
                $"""
                Do one of these:
                  1. start Docker (and let it pull the image, or name one that is there with --mysql-image);
                  2. install mysqld or mariadbd, or set {MySqlServerRequest.ExecutableVariable} to its path;
                  3. give a server with --mysql "Server=...;User ID=...;Password=..." or {MySqlServerRequest.ServerVariable}.
                """,
                inner);
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0];
}

/// <summary>Gives back a server that is not what was requested: a check on it would say nothing about the one that was named.</summary>
internal sealed class RequiredServerProvider(IMySqlServerProvider provider, MySqlServerRequest request) : IMySqlServerProvider
{
    public string Description => provider.Description;

    /// <summary>The failure of a server that does not meet what was named.</summary>
    public static MigrateBothException NotAsRequired(string description, string reason) => new(
        ExitCode.Incomplete,
        "mysql-not-as-required",
        $"The {description} does not meet the requirement: {reason}.",
        $"Make the named server available (docker pull or docker load its image, or --mysql with its connection string), or change the requirement: --mysql-image, {MySqlServerRequest.ImageVariable}, "
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
