using System.Data.Common;

namespace MigrateBoth.DesignHost.Applying;

/// <summary>EF Core's migration lock as one engine implements it (catalogue rows M-38 to M-41). EF Core 8 has none; then nobody holds it.</summary>
internal interface IMigrationLock
{
    /// <summary>Who holds it and how to free it, for people; null when it is free.</summary>
    string? Holder(DbConnection connection);

    /// <summary>Whether a command is EF Core's attempt to take it.</summary>
    bool IsAcquisition(string commandText);

    /// <summary>Whether a command gives it back.</summary>
    bool IsRelease(string commandText);

    /// <summary>Whether the server has no such lock at all, whoever holds it.</summary>
    bool IsRefused(DbException exception);

    /// <summary>Bounds that attempt.</summary>
    /// <param name="command">The command that is about to run.</param>
    /// <param name="remaining">The time that is left; not positive when it is over.</param>
    /// <exception cref="MigrationLockTimeoutException">The time is over.</exception>
    void Bound(DbCommand command, TimeSpan remaining);

    /// <summary>Frees the lock if the attempt with this text took it and a failure left it behind.</summary>
    void Release(DbConnection connection, string acquisition);
}
