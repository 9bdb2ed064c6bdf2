using System.Net;
using Docker.DotNet;
using Docker.DotNet.Models;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>Removes a container by its name, which is known before it is made.</summary>
internal static class ContainerRemover
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Removes it with its volumes; never throws. The engine continues creating after a client has hung up: where that may be
    /// so, a container that is not there is waited for a while.
    /// </summary>
    /// <returns>True when it is not there any more.</returns>
    public static async Task<bool> TryRemoveAsync(DockerClient client, string name, TimeSpan mayAppearFor, CancellationToken cancellationToken)
    {
        if (!ContainerName.IsOurs(name))
        {
            return false;
        }

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Timeout);
        var giveUp = DateTime.UtcNow + mayAppearFor;
        try
        {
            while (true)
            {
                if (await RemoveAsync(client, name, timeout.Token).ConfigureAwait(false) || DateTime.UtcNow >= giveUp)
                {
                    return true;
                }

                await Task.Delay(Pause, timeout.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is DockerApiException or HttpRequestException or IOException or OperationCanceledException or TimeoutException or AggregateException)
        {
            return false; // The lease keeps it for the next run.
        }
    }

    /// <summary>False when there is none of that name.</summary>
    private static async Task<bool> RemoveAsync(DockerClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            await client.Containers.RemoveContainerAsync(name, new ContainerRemoveParameters { Force = true, RemoveVolumes = true }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (DockerApiException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            return false; // Its removal is already in progress: ask again until it is gone.
        }
    }
}

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
