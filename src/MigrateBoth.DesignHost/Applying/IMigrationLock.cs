using System.Data.Common;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>EF Core's migration lock as one engine implements it (catalogue rows M-38 to M-41). EF Core 8 has no lock; it is then reported as free.</summary>
internal interface IMigrationLock
{
    /// <summary>A description of the holder and of how to release the lock; null when it is free.</summary>
    string? Holder(DbConnection connection);

    /// <summary>Whether a command is EF Core's attempt to take it.</summary>
    bool IsAcquisition(string commandText);

    /// <summary>Whether a command releases it.</summary>
    bool IsRelease(string commandText);

    /// <summary>Whether the error means that the server does not support the lock at all.</summary>
    bool IsRefused(DbException exception);

    /// <summary>Limits how long an attempt to take the lock may wait.</summary>
    /// <param name="command">The command that is about to run.</param>
    /// <param name="remaining">The time that is left; not positive when it is over.</param>
    /// <exception cref="MigrationLockTimeoutException">The time is over.</exception>
    void Bound(DbCommand command, TimeSpan remaining);

    /// <summary>Frees the lock if the attempt with this text took it and a failure left it behind.</summary>
    void Release(DbConnection connection, string acquisition);
}

/// <summary>The time to wait for EF Core's migration lock is over.</summary>
internal sealed class MigrationLockTimeoutException() : Exception("Another process holds EF Core's migration lock.");

/// <summary>
/// Keeps the shorter of two histories that are applied at once from running ahead. The total time is that of the longer history; if the shorter
/// one ran ahead, both would compete for the processors first and the longer one would be left alone at the end.
/// </summary>
internal sealed class MigrationPace : IDisposable
{
    private static readonly List<MigrationPace> Running = [];
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(50);

    private readonly int _count;
    private readonly CancellationToken _cancellationToken;
    private int _begun;

    private MigrationPace(int count, CancellationToken cancellationToken) => (_count, _cancellationToken) = (count, cancellationToken);

    /// <summary>Registers a history that is about to be applied.</summary>
    /// <param name="count">How many migrations are going to be applied.</param>
    /// <param name="cancellationToken">Ends every wait.</param>
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
