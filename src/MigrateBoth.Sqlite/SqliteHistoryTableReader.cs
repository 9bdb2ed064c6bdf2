using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.Sqlite.Catalog;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite;

/// <summary>Reads EF Core's history table in a SQLite file, which is opened read-only.</summary>
/// <param name="historyTable">The table's name.</param>
/// <param name="idColumn">The column that holds the ids.</param>
public sealed class SqliteHistoryTableReader(string historyTable = SqliteCatalogReader.DefaultHistoryTable, string idColumn = EngineModel.DefaultHistoryIdColumn) : IHistoryTableReader
{
    /// <inheritdoc/>
    public Engine Engine => Engine.Sqlite;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> ReadAsync(string connectionString, CancellationToken cancellationToken) =>
        Task.Run<IReadOnlyList<string>?>(
            () => CatalogConnection.Read(connectionString, connection => Exists(connection) ? Ids(connection) : null),
            cancellationToken);

    private bool Exists(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM main.sqlite_master WHERE type = 'table' AND name = $table COLLATE NOCASE";
        command.Parameters.AddWithValue("$table", historyTable);
        return (long)command.ExecuteScalar()! > 0;
    }

    private List<string> Ids(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Quoted(idColumn)} FROM main.{Quoted(historyTable)}";
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
