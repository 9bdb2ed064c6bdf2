using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;

namespace MigrateBoth.Tool.Scratch;

/// <summary>A server that comes up while something else is done. Disposing it removes the server, however far it had come.</summary>
internal sealed class PendingServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _abandoned;
    private readonly Task<IScratchServer> _starting;

    private PendingServer(CancellationTokenSource abandoned, Task<IScratchServer> starting) => (_abandoned, _starting) = (abandoned, starting);

    /// <summary>Begins to start the server; returns at once.</summary>
    /// <param name="start">Starts it; on any exception nothing is left of it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static PendingServer Begin(Func<CancellationToken, Task<IScratchServer>> start, CancellationToken cancellationToken)
    {
        var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new PendingServer(abandoned, Task.Run(() => start(abandoned.Token), CancellationToken.None));
    }

    /// <summary>The server, as soon as it is there.</summary>
    /// <exception cref="MigrateBothException">It could not be started.</exception>
    public Task<IScratchServer> GetAsync() => _starting;

    public async ValueTask DisposeAsync()
    {
        await _abandoned.CancelAsync().ConfigureAwait(false);
        try
        {
            var server = await _starting.ConfigureAwait(false);
            await server.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or MigrateBothException)
        {
            // It did not start. A caller that waited for it has the error; one that did not wait has another error to report.
        }

        _abandoned.Dispose();
    }
}
