namespace MigrateBoth.Tool.Processes;

/// <summary>Two pieces of work at the same time.</summary>
internal static class Both
{
    /// <summary>Does both. The first that fails ends the other one, and its exception is thrown once both have ended.</summary>
    public static async Task<(TFirst First, TSecond Second)> OrNeitherAsync<TFirst, TSecond>(
        Func<CancellationToken, Task<TFirst>> first, Func<CancellationToken, Task<TSecond>> second, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var (one, other) = (first(stop.Token), second(stop.Token));
        var ended = await Task.WhenAny(one, other).ConfigureAwait(false);
        if (ended.IsCompletedSuccessfully)
        {
            return (await one.ConfigureAwait(false), await other.ConfigureAwait(false));
        }

        await stop.CancelAsync().ConfigureAwait(false);
        await ((Task)(ended == one ? other : one)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ended.ConfigureAwait(false);
        throw new InvalidOperationException("A task that has not succeeded was awaited without an exception.");
    }
}
