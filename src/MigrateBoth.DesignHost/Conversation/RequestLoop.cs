using System.Collections.Concurrent;
using MigrateBoth.Core.Protocol;
using MigrateBoth.DesignHost.Errors;

namespace MigrateBoth.DesignHost.Conversation;

/// <summary>Reads requests and answers each on a thread of its own, so that one slow engine does not hold up the other.</summary>
internal sealed class RequestLoop(ToolConnection connection, HostSession session)
{
    private readonly ConcurrentDictionary<int, RunningRequest> _running = new();
    private readonly RequestHandler _handler = new(session);

    /// <summary>Runs until the pipe closes.</summary>
    public async Task RunAsync()
    {
        while (await connection.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            switch (ProtocolLine.ReadToolMessage(line))
            {
                case CancelRequest cancel when _running.TryGetValue(cancel.RequestId, out var running):
                    await running.Cancellation.CancelAsync().ConfigureAwait(false);
                    break;
                case HostRequest request:
                    Start(request);
                    break;
            }
        }
    }

    /// <summary>Stops everything and waits until it has stopped.</summary>
    public async Task CancelAllAsync()
    {
        var running = _running.Values.ToArray();
        foreach (var request in running)
        {
            await request.Cancellation.CancelAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(running.Select(request => request.Work)).ConfigureAwait(false);
    }

    private void Start(HostRequest request)
    {
        var cancellation = new CancellationTokenSource();
        var started = new TaskCompletionSource();

        // A thread of its own: the application's code may block, and the pool starts with as many threads as the machine has cores.
        var work = Task.Factory.StartNew(
            () =>
            {
                started.Task.Wait();
                connection.Send(Answer(request, cancellation.Token));
                _running.TryRemove(request.Id, out _);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        _running[request.Id] = new RunningRequest(cancellation, work);
        started.SetResult();
    }

    private HostReply Answer(HostRequest request, CancellationToken cancellationToken)
    {
        var progress = new RequestProgress(connection, request);
        try
        {
            return _handler.Handle(request, progress, cancellationToken);
        }
        catch (Exception exception)
        {
            return new RequestFailed(request.Id, Fault.ToError(exception, session.Verbose));
        }
    }

    private sealed record RunningRequest(CancellationTokenSource Cancellation, Task Work);
}
