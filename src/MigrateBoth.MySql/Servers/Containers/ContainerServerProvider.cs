using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers.Containers;

/// <summary>A server in a container of its own, gone when it is disposed.</summary>
internal sealed class ContainerServerProvider(string image, TimeSpan startTimeout, ILease lease, IProgress<string> progress) : IMySqlServerProvider
{
    public string Description => $"container of '{image}'";

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var engine = await DockerEngine.ConnectAsync(cancellationToken).ConfigureAwait(false);
        var container = new ScratchContainer(engine, lease);
        try
        {
            var target = await new MySqlContainerStarter(engine, image, startTimeout, progress).StartAsync(container.Name, "scratch", cancellationToken).ConfigureAwait(false);
            return await MySqlScratchServer.ConnectAsync(target, new ServerOrigin("container") { Image = image, Container = container.Name }, lease: null, container, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await container.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
