using Microsoft.Data.Sqlite;

namespace MigrateBoth.Testing.Servers.Sqlite;

/// <summary>A file that is copied, and a connection to it that databases are reset from.</summary>
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

        // In memory, so that a reset reads no file, and apart from the pool, which would hand the connection's functions on.
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
