using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Connections;

namespace MigrateBoth.MySql.Scratch;

/// <summary>Drops scratch databases that dead processes left on a server that was given by connection string.</summary>
/// <param name="connectionString">The server at hand; leftovers on any other stay written down until that one is given again.</param>
public sealed class ScratchDatabaseSweeper(string connectionString) : ILeaseSweeper
{
    private readonly MySqlTarget _target = MySqlTarget.Parse(connectionString);

    /// <inheritdoc/>
    public string Kind => MySqlScratchDatabase.Kind;

    /// <inheritdoc/>
    public async Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Detail == _target.Endpoint
            && await ScratchDatabaseDropper.TryDropAsync(_target, resource.Id, cancellationToken).ConfigureAwait(false);
    }
}
