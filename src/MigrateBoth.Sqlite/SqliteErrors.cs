using MigrateBoth.Core.Errors;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite;

/// <summary>Turns SQLite's result codes into errors that say what to do.</summary>
internal static class SqliteErrors
{
    public static MigrateBothException Describe(SqliteException e, string database)
    {
        var (code, message, hint) = e.SqliteErrorCode switch
        {
            raw.SQLITE_CANTOPEN when Directory.Exists(database) => (
                "database-not-found",
                $"'{database}' is a folder, not a SQLite database.",
                "Name the database file inside it."),
            raw.SQLITE_CANTOPEN when !File.Exists(database) => (
                "database-not-found",
                $"There is no SQLite database '{database}'.",
                "Check the path; a relative one starts at the working directory."),
            raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY => (
                "database-unreadable",
                $"The SQLite database '{database}' cannot be opened for reading ({Native(e)}).",
                "Check the permissions of the file and of its folder: a database in WAL mode also needs its -wal and -shm files beside it. Copy all three elsewhere, or run 'PRAGMA wal_checkpoint(TRUNCATE)' where the folder can be written to."),
            raw.SQLITE_NOTADB => (
                "not-a-database",
                $"'{database}' is not a SQLite database, or is encrypted.",
                "Check the path. Encrypted databases cannot be read."),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                "database-locked",
                $"The SQLite database '{database}' is locked by another connection ({Native(e)}).",
                "End the transaction that holds it, or wait longer with 'Default Timeout=SECONDS' in the connection string."),
            raw.SQLITE_CORRUPT => (
                "database-corrupt",
                $"The SQLite database '{database}' is damaged ({Native(e)}).",
                "Run 'PRAGMA integrity_check' on it, and restore a backup."),
            _ => (
                "database-unreadable",
                $"The catalog of the SQLite database '{database}' cannot be read ({Native(e)}).",
                "Open it with the sqlite3 command line to see more."),
        };
        return new MigrateBothException(ExitCode.Incomplete, code, message, hint, e);
    }

    private static string Native(SqliteException e) => $"{e.Message.TrimEnd('.')}, extended code {e.SqliteExtendedErrorCode}";
}
