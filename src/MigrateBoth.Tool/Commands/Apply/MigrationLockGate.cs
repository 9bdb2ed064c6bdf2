using System.Globalization;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Locks;
using MigrateBoth.Tool.Commands.Shared;
using MigrateBoth.Tool.Output;

namespace MigrateBoth.Tool.Commands.Apply;

/// <summary>
/// Waits for EF Core's migration lock, with a bound, before the migrator is started: the migrator itself waits forever on
/// SQLite and ends with a bare timeout on MySQL (M-39, M-41).
/// </summary>
internal sealed class MigrationLockGate(
    IMigrationLockInspector inspector, DatabaseTarget target, TimeSpan timeout, IProgressDisplay progress, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    // A migrator at work is between two transactions for moments only: no sign of it for that long, and it is gone.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    /// <summary>Inspects the lock once, without waiting.</summary>
    public Task<MigrationObstacles> LookAsync(CancellationToken cancellationToken) => inspector.InspectAsync(target.ConnectionString, cancellationToken);

    /// <summary>Returns once the lock is free.</summary>
    /// <returns>What else is in the way.</returns>
    /// <exception cref="MigrateBothException"><c>migrations-locked</c> (2).</exception>
    public async Task<MigrationObstacles> PassAsync(CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var lastSign = start;
        var told = false;
        while (true)
        {
            var obstacles = await LookAsync(cancellationToken).ConfigureAwait(false);
            if (obstacles.Lock is not { } held)
            {
                return obstacles;
            }

            if (held.IsHolderAtWork)
            {
                lastSign = clock.GetTimestamp();
            }

            // A young lock gets the whole time: its holder may be anything. An old one without a sign of life was left behind.
            var isAbandoned = held.Age > timeout && clock.GetElapsedTime(lastSign) > Silence;
            var waited = clock.GetElapsedTime(start);
            if (isAbandoned || waited > timeout)
            {
                throw Locked(held, waited, isAbandoned);
            }

            if (!told)
            {
                progress.Info($"Waiting for EF Core's migration lock of '{target.Display}', held by {held.Holder}.");
                told = true;
            }

            await Task.Delay(Interval, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private MigrateBothException Locked(MigrationLock held, TimeSpan waited, bool isAbandoned)
    {
        var age = held.Age is { } since ? $" {Words(since)} ago" : string.Empty;
        var verdict = isAbandoned
            ? "There has been no activity of its holder since this command started: it was most likely killed."
            : $"It was not freed within {Words(waited)} (--lock-timeout).";
        return new MigrateBothException(
            ExitCode.Incomplete,
            "migrations-locked",
            $"EF Core's migration lock of '{target.Display}' is held by {held.Holder}{age}. {verdict} Nothing was applied.",
            $"Wait for the other migration. If you know that there is none, free the lock with: {held.ReleaseStatement}");
    }

    private static string Words(TimeSpan time) => time switch
    {
        { TotalDays: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalDays:0} days"),
        { TotalHours: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:0} hours"),
        { TotalMinutes: >= 2 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMinutes:0} minutes"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
    };
}
