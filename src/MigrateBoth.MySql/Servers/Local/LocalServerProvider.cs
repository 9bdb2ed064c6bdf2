using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Scratch;

namespace MigrateBoth.MySql.Servers.Local;

/// <summary>An ephemeral server process, gone with its folder when it is disposed.</summary>
internal sealed class LocalServerProvider(Func<string, string?> environment, TimeSpan startTimeout, ILease lease, IProgress<string> progress) : IMySqlServerProvider
{
    public string Description => "local server process";

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var executable = await ServerExecutable.FindAsync(environment, cancellationToken).ConfigureAwait(false);
        progress.Report($"starting {executable.Path}");
        var (process, target) = await new LocalServerStarter(executable, startTimeout, lease, progress).StartAsync(detached: false, cancellationToken).ConfigureAwait(false);
        try
        {
            return await MySqlScratchServer.ConnectAsync(target, new ServerOrigin("local") { Folder = Path.GetDirectoryName(executable.Path) }, lease: null, process, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
