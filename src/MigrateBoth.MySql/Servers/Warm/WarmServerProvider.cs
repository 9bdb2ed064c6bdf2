using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scratch;
using MigrateBoth.MySql.Servers.Local;

namespace MigrateBoth.MySql.Servers.Warm;

/// <summary>The server that <c>server up</c> left running, if it runs and is what is requested. It stays when the command ends.</summary>
internal sealed class WarmServerProvider : IMySqlServerProvider
{
    private readonly MySqlServerRequest _request;
    private readonly ILease _lease;

    private WarmServerProvider(MySqlServerRequest request, ILease lease) => (_request, _lease) = (request, lease);

    public string Description => "warm server";

    /// <summary>One, if there is something to look at.</summary>
    public static IReadOnlyList<IMySqlServerProvider> IfAny(MySqlServerRequest request, ILease lease) =>
        WarmServerState.TryRead(request.EffectiveStateDirectory) is null ? [] : [new WarmServerProvider(request, lease)];

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var warm = new WarmServer(_request);
        var status = await warm.StatusAsync(cancellationToken).ConfigureAwait(false)
            ?? throw NotUsable("it is no longer running; its remains were removed");
        if (!warm.Suits(status))
        {
            throw NotUsable($"it runs {status.Image ?? status.Identity.ToString()}, and {_request.EffectiveImage} is asked for");
        }

        var state = WarmServerState.TryRead(_request.EffectiveStateDirectory) ?? throw NotUsable("it has just been removed");
        var origin = new ServerOrigin(state.Source)
        {
            Image = state.Image,
            Container = ProcessStamp.Parse(state.Id) is null ? state.Id : null,
            Folder = ProcessStamp.Parse(state.Id) is null ? null : ServerExecutable.FolderIn(_request.Environment),
        };
        return await MySqlScratchServer.ConnectAsync(state.Target, origin, _lease, server: null, cancellationToken).ConfigureAwait(false);
    }

    private static MigrateBothException NotUsable(string reason) =>
        new(ExitCode.Incomplete, "warm-server-unusable", $"The warm server cannot be used: {reason}.", "Run 'dotnet migrate-both server up' again.");
}
