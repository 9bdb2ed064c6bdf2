using MigrateBoth.Core.Errors;
using MigrateBoth.Sqlite.Connections;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite.Catalog;

/// <summary>Opens a database so that reading it can change nothing, neither the file nor what is next to it.</summary>
internal static class CatalogConnection
{
    private const int Attempts = 3;

    /// <summary>Reads from a database.</summary>
    /// <param name="connectionString">Leads to the database.</param>
    /// <param name="read">Reads; may be called again.</param>
    /// <param name="opened">Sees the connection before its first statement.</param>
    /// <exception cref="MigrateBothException">The connection string is wrong, leads to no readable database, or to one that does not hold still.</exception>
    public static T Read<T>(string connectionString, Func<SqliteConnection, T> read, Action<SqliteConnection>? opened = null)
    {
        var source = CatalogSource.Parse(connectionString);
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var resting = RestingWal.Of(source.File);
            try
            {
                using var connection = Open(source, resting is not null, opened);
                var result = read(connection);

                // Without locks, only comparing the file afterwards shows that it was not written to.
                if (resting is null || resting == RestingWal.Of(source.File))
                {
                    return result;
                }
            }
            catch (SqliteException e)
            {
                if (resting is null || resting == RestingWal.Of(source.File))
                {
                    throw SqliteOpenErrors.Translate(e, source.Name);
                }
            }
        }

        throw new MigrateBothException(
            ExitCode.Incomplete,
            "sqlite-catalog-changing",
            $"'{source.Name}' was written to while it was read, {Attempts} times in a row.",
            "Run the command again when no process is writing to it.");
    }

    private static SqliteConnection Open(CatalogSource source, bool isAtRest, Action<SqliteConnection>? opened)
    {
        if (isAtRest)
        {
            return OpenUnshared(source.Builder, source.File!, opened);
        }

        try
        {
            return OpenAndTouch(source.Builder, opened);
        }
        catch (SqliteException e) when (IsRefusedSharedMemory(e) && source.File is { } file && HasNoPendingLog(file))
        {
            return OpenUnshared(source.Builder, file, opened);
        }
        catch (SqliteException e)
        {
            throw SqliteOpenErrors.Translate(e, source.Name);
        }
        catch (InvalidOperationException e)
        {
            // The provider's way to say that its library cannot use the password.
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "database-unreadable",
                $"'{source.Name}' cannot be opened with a password: the SQLite library of this tool does not decrypt.",
                "Leave the password out if the database is not encrypted; an encrypted one cannot be read.",
                e);
        }
    }

    /// <summary>Opening alone reads nothing: a file that is not a database is found out by the first page.</summary>
    private static SqliteConnection OpenAndTouch(SqliteConnectionStringBuilder builder, Action<SqliteConnection>? opened)
    {
        var connection = new SqliteConnection(builder.ToString());
        try
        {
            EfCoreFunctions.Register(connection);
            connection.Open();
            opened?.Invoke(connection);
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT count(*) FROM main.sqlite_master";
            command.ExecuteScalar();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>
    /// A WAL database needs its -shm file even to be read, and a read-only folder does not allow to create it. If no log waits for a
    /// checkpoint, the file alone is the whole database and can be opened as immutable.
    /// </summary>
    private static SqliteConnection OpenUnshared(SqliteConnectionStringBuilder builder, string file, Action<SqliteConnection>? opened)
    {
        var unshared = new SqliteConnectionStringBuilder(builder.ConnectionString)
        {
            DataSource = new Uri(Path.GetFullPath(file)).AbsoluteUri + "?immutable=1",
        };
        try
        {
            return OpenAndTouch(unshared, opened);
        }
        catch (SqliteException e)
        {
            throw SqliteOpenErrors.Translate(e, file);
        }
    }

    private static bool IsRefusedSharedMemory(SqliteException e) => e.SqliteErrorCode is raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY;

    private static bool HasNoPendingLog(string file) =>
        File.Exists(file) && (new FileInfo(file + "-wal") is { Exists: false } or { Length: 0 });
}
