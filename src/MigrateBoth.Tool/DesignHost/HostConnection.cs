using System.Diagnostics;
using System.Text;
using MigrateBoth.Core.Protocol;

namespace MigrateBoth.Tool.DesignHost;

/// <summary>The tool's end of the pipe, line by line.</summary>
internal sealed class HostConnection : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _pipe;
    private readonly StreamReader _reader;
    private readonly SemaphoreSlim _writing = new(1);

    public HostConnection(Stream pipe)
    {
        _pipe = pipe;
        _reader = new StreamReader(pipe, Utf8);
    }

    /// <summary>The next line; null when the host has gone.</summary>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // A process that was killed closes the pipe less politely, and so do we; it means the same.
            return null;
        }
    }

    /// <exception cref="IOException">The host has gone.</exception>
    public async Task SendAsync(ToolMessage message, CancellationToken cancellationToken)
    {
        var line = Utf8.GetBytes(ProtocolLine.Write(message) + "\n");
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Not cancelled half way: half a line would spoil the next one.
            await _pipe.WriteAsync(line, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose()
    {
        _pipe.Dispose();
        _writing.Dispose();
    }
}

/// <summary>A request that waits for its reply, and the time of the host's last message about it.</summary>
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
