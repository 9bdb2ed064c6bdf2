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
    // The server refuses longer names, so such a lock cannot be held.
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

            return await CaveatAsync(connection, target, cancellationToken).ConfigureAwait(false) is { } caveat
                ? MigrationObstacles.None with { LockCaveat = caveat }
                : MigrationObstacles.None;
        }
        catch (MySqlException exception) when (IsRefusal(exception))
        {
            // The server does not support the lock, so it is not held.
            return MigrationObstacles.None with { LockCaveat = $"It refuses GET_LOCK: {exception.Message.TrimEnd('.')}." };
        }
        catch (MySqlException exception)
        {
            throw MySqlFailures.Describe(exception, target);
        }
    }

    private static bool IsRefusal(MySqlException exception) => LockReach.IsRefusal(exception.Number, exception.Message);

    private static async Task<string?> CaveatAsync(MySqlConnection connection, MySqlTarget target, CancellationToken cancellationToken)
    {
        try
        {
            return LockReach.Obstacle(await VariablesAsync(connection, cancellationToken).ConfigureAwait(false))
                ?? (await IsSeenAsync(connection, target, cancellationToken).ConfigureAwait(false) ? null : LockReach.Spread);
        }
        catch (MySqlException exception) when (!IsRefusal(exception))
        {
            return $"It could not be determined whether the lock applies to all of its connections: {exception.Message.TrimEnd('.')}.";
        }
    }

    private static async Task<IReadOnlyDictionary<string, string>> VariablesAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SHOW GLOBAL VARIABLES WHERE Variable_name IN ({string.Join(", ", LockReach.Variables.Select(name => $"'{name}'"))})";
        Dictionary<string, string> variables = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            variables[reader.GetString(0)] = reader.GetString(1);
        }

        return variables;
    }

    /// <summary>Whether a second connection sees a lock of the first, as two migrators have to.</summary>
    private static async Task<bool> IsSeenAsync(MySqlConnection connection, MySqlTarget target, CancellationToken cancellationToken)
    {
        var name = $"migrateboth_{Guid.NewGuid():N}";
        await using var take = connection.CreateCommand();
        take.CommandText = "SELECT GET_LOCK(@name, 0)";
        take.Parameters.AddWithValue("@name", name);
        await take.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var second = await target.WithDatabase(string.Empty).OpenAsync(cancellationToken).ConfigureAwait(false);
            return await HolderAsync(second, name, cancellationToken).ConfigureAwait(false) is not null;
        }
        finally
        {
            take.CommandText = "SELECT RELEASE_LOCK(@name)";
            await take.ExecuteScalarAsync(CancellationToken.None).ConfigureAwait(false);
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
