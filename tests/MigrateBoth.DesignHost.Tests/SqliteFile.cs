using Microsoft.Data.Sqlite;

namespace MigrateBoth.DesignHost.Tests;

/// <summary>A SQLite database for the time of a test.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public string File => Path.Combine(_directory.Path, "test.db");

    public string ConnectionString => $"Data Source={File}";

    public IReadOnlyList<string> Tables => Query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' ORDER BY name");

    public IReadOnlyList<string> History => Query("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId");

    public long LockRows => long.Parse(
        Query("SELECT CAST(COUNT(*) AS TEXT) FROM __EFMigrationsLock")[0], System.Globalization.CultureInfo.InvariantCulture);

    public IReadOnlyList<string> Query(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    public void Dispose() => _directory.Dispose();
}
