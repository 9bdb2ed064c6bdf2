using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>Removes a container that a dead process left.</summary>
public sealed class ContainerSweeper : ILeaseSweeper
{
    /// <inheritdoc/>
    public string Kind => "container";

    /// <inheritdoc/>
    public async Task<bool> SweepAsync(LeasedResource resource, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(resource);
        try
        {
            var engine = await DockerEngine.ConnectAsync(cancellationToken).ConfigureAwait(false);
            using var client = engine.CreateClient();
            return await ContainerRemover.TryRemoveAsync(client, resource.Id, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
        }
        catch (MigrateBothException)
        {
            return false; // Docker is down; the container is too, but it may come back with it.
        }
    }
}
