using MigrateBoth.Core.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite.Connections;

/// <summary>Explains to the user why a SQLite file could not be opened or read.</summary>
public static class SqliteOpenErrors
{
    /// <summary>The error for the command.</summary>
    /// <param name="exception">What SQLite said.</param>
    /// <param name="dataSource">The file's path.</param>
    public static MigrateBothException Translate(SqliteException exception, string dataSource)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var said = $"{exception.Message.TrimEnd('.')}, extended code {exception.SqliteExtendedErrorCode}";
        var (code, message, hint) = exception.SqliteErrorCode switch
        {
            _ when Directory.Exists(dataSource) => (
                "database-not-found",
                $"'{dataSource}' is a folder, not a SQLite database.",
                "Name the database file inside it."),
            raw.SQLITE_CANTOPEN when !File.Exists(dataSource) => (
                "database-not-found",
                $"There is no SQLite database '{dataSource}'.",
                "Check the path; a relative one starts at the working directory."),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY => (
                "database-unavailable",
                $"'{dataSource}' cannot be opened ({said}).",
                "Check the permissions of the file and of its folder: a database in WAL mode also needs its -wal and -shm files beside it. Copy all three elsewhere, or run 'PRAGMA wal_checkpoint(TRUNCATE)' where the folder can be written to."),
            raw.SQLITE_NOTADB => (
                "database-unreadable",
                $"'{dataSource}' is not a SQLite database, or it is encrypted and the password is wrong.",
                "Check the path and the password in the connection string."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                "database-busy",
                $"'{dataSource}' is locked by another process.",
                "End the process that is writing to it and run the command again."),
            raw.SQLITE_CORRUPT => (
                "database-unreadable",
                $"'{dataSource}' is damaged ({said}).",
                "Run 'PRAGMA integrity_check' on it, and restore a backup."),
            _ => (
                "database-unavailable",
                $"'{dataSource}' cannot be read ({said}).",
                "Check that the file and its folder exist and that you may read and write them."),
        };
        return new MigrateBothException(ExitCode.Incomplete, code, message, hint, exception);
    }
}
