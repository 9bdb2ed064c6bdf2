using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>What every session of ours relies on. A server may have been started with anything else.</summary>
internal static class MySqlSession
{
    // Without wait_timeout, a server with a short one ends a session that waits while the design host works.
    private const string Settings = """
        SET SESSION autocommit = 1, foreign_key_checks = 1, unique_checks = 1, time_zone = '+00:00', wait_timeout = 28800,
            sql_mode = 'STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';
        SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ
        """;

    /// <summary>Opens a connection with these settings; failures are the driver's own.</summary>
    /// <param name="connectionString">Where.</param>
    /// <param name="further">More statements of the kind, which go along with them; null for none.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<MySqlConnection> OpenAsync(string connectionString, Func<MySqlConnection, string>? further, CancellationToken cancellationToken)
    {
        var connection = new MySqlConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand(further is null ? Settings : $"{Settings}; {further(connection)}", connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
