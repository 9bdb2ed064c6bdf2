using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Scratch;

/// <summary>Drops a scratch database in bounded time. Never throws: it runs while something else may be failing already.</summary>
internal static class ScratchDatabaseDropper
{
    /// <summary>Also the longest that a transaction which was left open can hold up the end of a command.</summary>
    private const uint Seconds = 10;

    /// <summary>True when it is gone.</summary>
    public static async Task<bool> TryDropAsync(MySqlTarget server, string name, CancellationToken cancellationToken)
    {
        if (!ScratchDatabaseNames.IsOurs(name))
        {
            return false;
        }

        try
        {
            using var connection = await server.WithDatabase(string.Empty).WithTimeouts(Seconds).OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand($"SET SESSION lock_wait_timeout = {Seconds}; DROP DATABASE IF EXISTS `{name}`", connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception e) when (e is MySqlException or OperationCanceledException or InvalidOperationException)
        {
            return false; // The lease keeps it for the next run.
        }
    }
}
