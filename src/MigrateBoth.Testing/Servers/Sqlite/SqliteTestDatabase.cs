using Microsoft.Data.Sqlite;

namespace MigrateBoth.Testing.Servers.Sqlite;

/// <summary>The template file, which is copied for new databases, and a connection to it, from which databases are reset.</summary>
internal sealed class SqliteTemplate : ITestTemplate, IDisposable
{
    private readonly object _gate = new();
    private readonly string _file;
    private readonly Func<string, string> _newFile;
    private readonly SqliteConnection _memory;

    public SqliteTemplate(string file, Func<string, string> newFile)
    {
        _file = file;
        _newFile = newFile;

        // In memory, so that a reset reads no file, and not pooled, because pooling would share the connection's functions.
        _memory = new SqliteConnection("Data Source=:memory:;Pooling=False");
        _memory.Open();
        using var source = new SqliteConnection(SqliteTestServer.ConnectionString(file) + ";Pooling=False");
        source.Open();
        source.BackupDatabase(_memory);
    }

    public ITestDatabase CreateDatabase()
    {
        var file = _newFile("test");
        File.Copy(_file, file);
        return new SqliteTestDatabase(this, file);
    }

    public void Dispose() => _memory.Dispose();

    /// <summary>Copies the template over a database, page by page, through SQLite itself: open connections of the database stay valid.</summary>
    public void CopyTo(SqliteConnection target)
    {
        lock (_gate)
        {
            _memory.BackupDatabase(target);
        }
    }
}

/// <summary>A file with a copy of the template.</summary>
internal sealed class SqliteTestDatabase(SqliteTemplate template, string file) : ITestDatabase
{
    // Not pooled: a connection that the application has prepared (functions, PRAGMAs) must not be reused here.
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
                // A test's database need not survive a power failure.
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
