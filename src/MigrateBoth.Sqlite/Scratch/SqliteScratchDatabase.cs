using MigrateBoth.Core;
using MigrateBoth.Core.Scratch;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Scratch;

/// <summary>A file that goes away with everything SQLite puts beside it.</summary>
internal sealed class SqliteScratchDatabase(string path) : IScratchDatabase
{
    private static readonly string[] Companions = ["-wal", "-shm", "-journal", string.Empty];

    public Engine Engine => Engine.Sqlite;

    public string Name => path;

    public string ConnectionString { get; } =
        new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();

    /// <summary>Makes the file as EF Core makes one: empty, in WAL mode (catalogue row M-50), which is also the faster.</summary>
    public void Create()
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal'";
        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync()
    {
        foreach (var companion in Companions)
        {
            try
            {
                File.Delete(path + companion);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Still open somewhere (Windows), or its folder is gone already. The folder goes with the server, or with a later
                // run's sweep: it is leased.
            }
        }

        return ValueTask.CompletedTask;
    }
}
