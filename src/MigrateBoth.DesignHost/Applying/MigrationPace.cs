namespace MigrateBoth.DesignHost.Applying;

/// <summary>
/// Keeps the shorter of two histories that are applied at once from running ahead: whoever waits for both waits for the longer one, which would
/// have to share the processors first and could not use them alone afterwards.
/// </summary>
internal sealed class MigrationPace : IDisposable
{
    private static readonly List<MigrationPace> Running = [];
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly int _count;
    private readonly CancellationToken _cancellationToken;
    private int _begun;

    private MigrationPace(int count, CancellationToken cancellationToken) => (_count, _cancellationToken) = (count, cancellationToken);

    /// <summary>Joins those that run.</summary>
    /// <param name="count">How many migrations are going to be applied.</param>
    /// <param name="cancellationToken">Ends every waiting.</param>
    public static MigrationPace Join(int count, CancellationToken cancellationToken)
    {
        var pace = new MigrationPace(count, cancellationToken);
        lock (Running)
        {
            Running.Add(pace);
        }

        return pace;
    }

    /// <summary>Waits before a migration until a longer history is as far.</summary>
    /// <param name="number">The migration's number, from 1.</param>
    public void Wait(int number)
    {
        lock (Running)
        {
            _begun = number;
            Monitor.PulseAll(Running);
            while (!_cancellationToken.IsCancellationRequested && Running.Exists(IsLongerAndBehind))
            {
                Monitor.Wait(Running, Patience);
            }
        }
    }

    public void Dispose()
    {
        lock (Running)
        {
            Running.Remove(this);
            Monitor.PulseAll(Running);
        }
    }

    private bool IsLongerAndBehind(MigrationPace other) =>
        other._count > _count && (long)other._begun * _count < (long)(_begun - 1) * other._count;
}
