using System.Diagnostics;

using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>A request that waits for its reply, and when the host last gave a sign of life about it.</summary>
internal sealed class PendingRequest(HostRequest request, string activity)
{
    private readonly TaskCompletionSource<HostReply> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastSign = Stopwatch.GetTimestamp();

    /// <summary>What was asked.</summary>
    public HostRequest Request { get; } = request;

    /// <summary>What the host last said that it does.</summary>
    public string Activity { get; private set; } = activity;

    /// <summary>The reply, or the host's end as an exception.</summary>
    public Task<HostReply> Reply => _reply.Task;

    /// <summary>How long the host has been silent about it.</summary>
    public TimeSpan Silence => Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastSign));

    public void Report(HostProgress progress)
    {
        Activity = progress.Text;
        Interlocked.Exchange(ref _lastSign, Stopwatch.GetTimestamp());
    }

    public void Complete(HostReply reply) => _reply.TrySetResult(reply);

    public void Fail(Exception exception) => _reply.TrySetException(exception);
}
