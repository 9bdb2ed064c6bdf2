using MigrateBoth.Core;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Testing.Leftovers;
using MySqlConnector;

namespace MigrateBoth.Tool.Testing;

/// <summary>
/// Removes what test processes left that did not come to their end: their databases, on the server or as files. MigrateBoth.Testing sweeps them too, but only
/// when it runs again, and only where that is. A run that lives keeps its own: it holds a lock.
/// </summary>
internal static class TestRunLeftovers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Sweeps; never throws, because what happened before is the news.</summary>
    /// <param name="database">A database of the run, which tells engine and server.</param>
    /// <param name="wasCutOff">Whether the host was killed: the server notices that in its own time.</param>
    public static async Task SweepAsync(IScratchDatabase database, bool wasCutOff)
    {
        if (database.Engine == Engine.Sqlite)
        {
            RunDirectory.Sweep(RunDirectory.DefaultParent);
            return;
        }

        try
        {
            var own = new MySqlConnectionStringBuilder(database.ConnectionString) { Pooling = false, ConnectionTimeout = 5, AllowUserVariables = true };
            using var connection = new MySqlConnection(own.ConnectionString);
            await connection.OpenAsync().ConfigureAwait(false);
            // The server notices in its own time that the process is gone which held the lock.
            var patience = DateTime.UtcNow + (wasCutOff ? Patience : TimeSpan.Zero);
            do
            {
                MySqlLeftovers.Sweep(connection);
            }
            while (HasAny(connection) && DateTime.UtcNow < patience && await WaitAsync().ConfigureAwait(false));
        }
        catch (MySqlException)
        {
            // The server may be what was lost; the next run of the tests sweeps.
        }
    }

    private static bool HasAny(MySqlConnection connection) =>
        connection.Query(@"SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE 'migrateboth\_%\_test%' LIMIT 1", _ => 1).Count > 0;

    private static async Task<bool> WaitAsync()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
        return true;
    }
}
