using System.Diagnostics;
using System.Globalization;

using MySqlConnector;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>A server with databases for applications, and a way to hold their migration locks.</summary>
public sealed class MySqlServer : MySqlContainer
{
    /// <summary>An empty database of a random name.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = "t" + Guid.NewGuid().ToString("N");
        await ExecuteAsync($"CREATE DATABASE {name}");
        return $"{ConnectionString};Database={name}";
    }

    /// <summary>Takes EF Core's migration lock of a database, which need not exist yet.</summary>
    public async Task<MySqlConnection> HoldLockAsync(string database)
    {
        var holder = await OpenAsync();
        await using var command = holder.CreateCommand();
        command.CommandText = $"SELECT GET_LOCK('__{new MySqlConnectionStringBuilder(database).Database}_EFMigrationsLock', 10)";
        await command.ExecuteScalarAsync();
        return holder;
    }

    /// <summary>The session that waits for a migration lock.</summary>
    public static async Task<long> WaitingSessionAsync(MySqlConnection connection)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromSeconds(30))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT ID FROM information_schema.PROCESSLIST WHERE STATE = 'User lock' AND INFO LIKE 'SELECT GET_LOCK(%'";
            if (await command.ExecuteScalarAsync() is { } id)
            {
                return Convert.ToInt64(id, CultureInfo.InvariantCulture);
            }
        }

        throw new TimeoutException("No session waits for the lock.");
    }
}
