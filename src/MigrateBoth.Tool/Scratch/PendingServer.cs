using MigrateBoth.Core.Scratch;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Scratch;

/// <summary>A server that comes up while something else is done. Disposing it removes the server, however far it had come.</summary>
internal sealed class PendingServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _abandoned;
    private readonly Task<IScratchServer> _starting;

    private PendingServer(CancellationTokenSource abandoned, Task<IScratchServer> starting) => (_abandoned, _starting) = (abandoned, starting);

    /// <summary>Begins to start the server; returns at once.</summary>
    /// <param name="title">What progress calls it.</param>
    /// <param name="start">Starts the server, telling the step how far it is.</param>
    /// <param name="progress">Where it is shown.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static PendingServer Begin(
        string title,
        Func<IProgressStep, CancellationToken, Task<IScratchServer>> start,
        IProgressDisplay progress,
        CancellationToken cancellationToken)
    {
        var abandoned = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var step = progress.Begin(title);
        return new PendingServer(abandoned, Task.Run(() => StartAsync(start, step, abandoned.Token), CancellationToken.None));
    }

    /// <summary>The server, as soon as it is there.</summary>
    /// <exception cref="Core.Errors.MigrateBothException">It could not be started.</exception>
    public Task<IScratchServer> GetAsync() => _starting;

    public async ValueTask DisposeAsync()
    {
        await _abandoned.CancelAsync().ConfigureAwait(false);
        try
        {
            var server = await _starting.ConfigureAwait(false);
            await server.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or Core.Errors.MigrateBothException)
        {
            // It never came up. Whoever waited for it has been told; whoever did not wait has another error to report.
        }

        _abandoned.Dispose();
    }

    private static async Task<IScratchServer> StartAsync(
        Func<IProgressStep, CancellationToken, Task<IScratchServer>> start, IProgressStep step, CancellationToken cancellationToken)
    {
        using (step)
        {
            try
            {
                var server = await start(step, cancellationToken).ConfigureAwait(false);
                step.Succeed($"{server.Identity} ({server.Image ?? server.Source})");
                return server;
            }
            catch (Core.Errors.MigrateBothException)
            {
                step.Fail();
                throw;
            }
        }
    }
}
