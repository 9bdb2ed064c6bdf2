using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Scratch;

/// <summary>Drops scratch databases that dead processes left on servers that are not ours.</summary>
internal sealed class ScratchDatabaseSweeper : ILeaseSweeper
{
    private readonly IReadOnlyList<MySqlTarget> _servers;

    /// <summary>Creates the sweeper.</summary>
    /// <param name="servers">The servers at hand; leftovers on any other stay written down until that one is given again.</param>
    public ScratchDatabaseSweeper(params MySqlTarget[] servers) => _servers = servers;

    /// <inheritdoc/>
    public string Kind => MySqlScratchDatabase.Kind;

    /// <inheritdoc/>
    public async Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return _servers.FirstOrDefault(s => s.Endpoint == resource.Detail) is { } server
            && await ScratchDatabaseDropper.TryDropAsync(server, resource.Id, cancellationToken).ConfigureAwait(false);
    }
}
