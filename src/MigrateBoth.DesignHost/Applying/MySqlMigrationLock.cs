using System.Data.Common;
using System.Globalization;

using MigrateBoth.Core.Locks;
using MigrateBoth.DesignHost.Errors;

namespace MigrateBoth.DesignHost.Applying;

/// <summary><c>GET_LOCK</c>; the server frees it with the session that holds it.</summary>
/// <param name="name">The lock's name, with <c>{0}</c> for the database where each has a lock of its own.</param>
internal sealed class MySqlMigrationLock(string name) : IMigrationLock
{
    public string? Holder(DbConnection connection)
    {
        if (UsedBy(connection) is not { } id)
        {
            return null;
        }

        var session = Convert.ToInt64(id, CultureInfo.InvariantCulture);
        var who = connection.Scalar(
            "SELECT CONCAT(USER, '@', HOST, ', ', COMMAND, ' for ', TIME, ' s') FROM information_schema.PROCESSLIST WHERE ID = @p0", session);
        return $"Session {session} of the server{(who is null ? null : $" ({who})")} holds the lock. To end it: KILL {session};";
    }

    private object? UsedBy(DbConnection connection)
    {
        try
        {
            return connection.Scalar("SELECT IS_USED_LOCK(@p0)", string.Format(CultureInfo.InvariantCulture, name, connection.Database));
        }
        catch (DbException exception) when (IsRefused(exception))
        {
            // The server does not support the lock, so it is not held; taking it fails as well and is reported.
            return null;
        }
    }

    public bool IsAcquisition(string commandText) => commandText.StartsWith("SELECT GET_LOCK(", StringComparison.Ordinal);

    public bool IsRelease(string commandText) => commandText.StartsWith("SELECT RELEASE_LOCK(", StringComparison.Ordinal);

    public bool IsRefused(DbException exception) => LockReach.IsRefusal(Fault.DatabaseErrorNumber(exception), exception.Message);

    // The provider waits until its command timeout, whatever that is.
    public void Bound(DbCommand command, TimeSpan remaining) =>
        command.CommandTimeout = Math.Max(1, (int)Math.Ceiling(remaining.TotalSeconds));

    public void Release(DbConnection connection, string acquisition)
    {
        // Nothing to do: closing the session has freed it.
    }
}
