using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Errors;

namespace MigrateBoth.Sqlite.Connections;

/// <summary>Tells in the user's words why a SQLite file could not be opened or read.</summary>
public static class SqliteOpenErrors
{
    private const int Busy = 5;
    private const int NotADatabase = 26;

    /// <summary>The error for the command.</summary>
    public static MigrateBothException Translate(SqliteException exception, string dataSource)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception.SqliteErrorCode switch
        {
            NotADatabase => new(
                ExitCode.Incomplete,
                "database-unreadable",
                $"'{dataSource}' is not a SQLite database, or it is encrypted and the password is wrong.",
                "Check the path and the password in the connection string.",
                exception),
            Busy => new(
                ExitCode.Incomplete,
                "database-busy",
                $"'{dataSource}' is locked by another process.",
                "End the process that is writing to it and run the command again.",
                exception),
            _ => new(
                ExitCode.Incomplete,
                "database-unavailable",
                $"'{dataSource}' cannot be read: {exception.Message}",
                "Check that the file and its folder exist and that you may read and write them.",
                exception),
        };
    }
}
