using MigrateBoth.Core.Errors;
using MySqlConnector;

namespace MigrateBoth.MySql.Connections;

/// <summary>Tells in the user's words why a MySQL server could not be reached.</summary>
public static class MySqlOpenErrors
{
    /// <summary>The error for the command.</summary>
    /// <param name="exception">What the connector said.</param>
    /// <param name="display">The database without its password, from <see cref="MySqlConnectionText.Display"/>.</param>
    public static MigrateBothException Translate(MySqlException exception, string display)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.ErrorCode switch
        {
            MySqlErrorCode.AccessDenied or MySqlErrorCode.DatabaseAccessDenied => new(
                ExitCode.Incomplete,
                "access-denied",
                $"The MySQL server refuses '{display}': {exception.Message}",
                "Check user and password in the connection string, and that the user may connect from this machine and use the database.",
                exception),
            MySqlErrorCode.UnableToConnectToHost => new(
                ExitCode.Incomplete,
                "server-unreachable",
                $"No MySQL server answers for '{display}': {exception.Message}",
                "Check that the server runs and that host and port are right and reachable from here.",
                exception),
            _ => new(
                ExitCode.Incomplete,
                "database-unavailable",
                $"'{display}' cannot be used: {exception.Message}",
                "Try the same connection string with the mysql client.",
                exception),
        };
    }
}
