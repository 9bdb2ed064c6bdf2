using System.Globalization;
using MigrateBoth.Core;
using MigrateBoth.Core.Locks;
using MigrateBoth.Core.Providers;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Locks;

/// <summary>
/// Asks the server who holds the named lock that one of the providers takes while it migrates. The server frees it with its session,
/// so a lock that is held has a living holder (M-38, M-39).
/// </summary>
public sealed class MySqlMigrationLockInspector : IMigrationLockInspector
{
    // The server refuses longer names, so nobody can hold one.
    private const int LongestLockName = 64;

    /// <inheritdoc />
    public Engine Engine => Engine.MySql;

    /// <inheritdoc />
    public async Task<MigrationObstacles> InspectAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(connectionString);
        var lockNames = MySqlProviders.All.Select(provider => string.Format(CultureInfo.InvariantCulture, provider.MigrationLock, target.Database)).Where(name => name.Length <= LongestLockName);
        try
        {
            // The lock belongs to the server; the database itself may not exist yet.
            await using var connection = await target.WithDatabase(string.Empty).OpenAsync(cancellationToken).ConfigureAwait(false);
            foreach (var lockName in lockNames)
            {
                if (await HolderAsync(connection, lockName, cancellationToken).ConfigureAwait(false) is { } id)
                {
                    return new MigrationObstacles(await LockAsync(connection, id, cancellationToken).ConfigureAwait(false), []);
                }
            }

            return MigrationObstacles.None;
        }
        catch (MySqlException exception) when (exception.Message.Contains("_LOCK", StringComparison.OrdinalIgnoreCase))
        {
            // A server without such functions has nobody who holds the lock. Taking it fails, too, and says what to do.
            return MigrationObstacles.None;
        }
        catch (MySqlException exception)
        {
            throw MySqlFailures.Describe(exception, target);
        }
    }

    private static async Task<ulong?> HolderAsync(MySqlConnection connection, string lockName, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT IS_USED_LOCK(@name)";
        command.Parameters.AddWithValue("@name", lockName);
        var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        return value is null or DBNull ? null : Convert.ToUInt64(value, CultureInfo.InvariantCulture);
    }

    private static async Task<MigrationLock> LockAsync(MySqlConnection connection, ulong id, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        // information_schema.PROCESSLIST is on its way out and performance_schema may be switched off; this works everywhere.
        command.CommandText = "SHOW FULL PROCESSLIST";
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var session = "this account lacks the PROCESS privilege to see more";
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Convert.ToUInt64(reader["Id"], CultureInfo.InvariantCulture) == id)
            {
                session = $"{reader["User"]}@{reader["Host"]}, {reader["Command"]} for {reader["Time"]} s";
                break;
            }
        }

        return new MigrationLock($"connection {id} ({session})", Age: null, IsHolderAtWork: true, $"KILL {id};");
    }
}
