using Microsoft.Data.Sqlite;

namespace MigrateBoth.Testing.Servers.Sqlite;

/// <summary>A file with a copy of the template.</summary>
internal sealed class SqliteTestDatabase(SqliteTemplate template, string file) : ITestDatabase
{
    // Not pooled: a connection that the application prepared (functions, PRAGMAs) must not get in the way.
    private readonly string _ownConnectionString = SqliteTestServer.ConnectionString(file) + ";Pooling=False;Default Timeout=5";

    public string ConnectionString { get; } = SqliteTestServer.ConnectionString(file);

    public void Reset()
    {
        try
        {
            using var connection = new SqliteConnection(_ownConnectionString);
            connection.Open();
            using (var command = connection.CreateCommand())
            {
                // Nobody needs a test's database to survive a power failure.
                command.CommandText = "PRAGMA synchronous = OFF";
                command.ExecuteNonQuery();
            }

            template.CopyTo(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw new ParityDatabaseException(
                "The database cannot be reset: something of the test still holds a transaction or an open reader on it. "
                + "Dispose contexts, transactions and readers before the test ends.",
                e);
        }
    }
}
