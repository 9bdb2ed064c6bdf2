using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using MigrateBoth.Testing.Leftovers;

namespace MigrateBoth.Testing.Servers.Sqlite;

/// <summary>A directory of this process in which every database is a file.</summary>
internal sealed class SqliteTestServer : ITestServer
{
    private readonly RunDirectory _directory;
    private readonly ConcurrentBag<SqliteTemplate> _templates = [];
    private int _files;

    private SqliteTestServer(RunDirectory directory) => _directory = directory;

    public Engine Engine => Engine.Sqlite;

    public string Version { get; } = ReadVersion();

    public static SqliteTestServer Start() => Start(RunDirectory.DefaultParent);

    /// <summary>Starts in a new directory, after removing the directories of dead processes.</summary>
    /// <param name="parent">The parent directory of all runs.</param>
    public static SqliteTestServer Start(string parent)
    {
        RunDirectory.Sweep(parent);
        return new SqliteTestServer(RunDirectory.Create(parent));
    }

    public ITestTemplate CreateTemplate(Action<string> migrate)
    {
        var file = NewFile("template");
        var connectionString = ConnectionString(file);
        migrate(connectionString);
        Settle(connectionString);
        var template = new SqliteTemplate(file, NewFile);
        _templates.Add(template);
        return template;
    }

    public void Dispose()
    {
        foreach (var template in _templates)
        {
            template.Dispose();
        }

        SqliteConnection.ClearAllPools();
        _directory.Dispose();
    }

    internal static string ConnectionString(string file) => new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString;

    private string NewFile(string name) => Path.Combine(_directory.Path, $"{name}{Interlocked.Increment(ref _files)}.db");

    // Write everything to the main file, which is then copied as a file.
    private static void Settle(string connectionString)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        SqliteConnection.ClearPool(connection);
    }

    private static string ReadVersion()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection.ServerVersion;
    }
}
