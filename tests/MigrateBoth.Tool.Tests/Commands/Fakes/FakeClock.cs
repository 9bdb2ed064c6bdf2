namespace MigrateBoth.Tool.Tests.Commands.Fakes;

/// <summary>A clock that advances only when code waits on it; the wait itself takes no time.</summary>
internal sealed class FakeClock(DateTimeOffset now) : TimeProvider
{
    private readonly object _gate = new();

    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime < TimeSpan.Zero)
        {
            return TimeProvider.System.CreateTimer(callback, state, dueTime, period);
        }

        lock (_gate)
        {
            Now += dueTime;
        }

        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
