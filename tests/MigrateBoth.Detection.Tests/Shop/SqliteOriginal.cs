using Microsoft.Data.Sqlite;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Detection.Tests.Planting;
using MigrateBoth.Sqlite;

namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>Copied page by page, so that a copy has every character of the original's schema.</summary>
internal sealed class SqliteOriginal(IScratchServer server, IScratchDatabase migrated) : IOriginal
{
    public ICatalogReader Reader { get; } = new SqliteCatalogReader();

    public string ConnectionString => migrated.ConnectionString;

    public async Task<IScratchDatabase> CopyAsync()
    {
        var copy = await server.CreateDatabaseAsync("planted", CancellationToken.None);
        await using var source = await OpenAsync(migrated);
        await using var target = await OpenAsync(copy);
        source.BackupDatabase(target);
        return copy;
    }

    public async Task PlantAsync(IScratchDatabase copy, IReadOnlyList<Step> steps)
    {
        await using var connection = await OpenAsync(copy);

        // A table that is rebuilt is gone for a moment, and other tables refer to it.
        await ExecuteAsync(connection, "PRAGMA foreign_keys = OFF");
        foreach (var step in steps)
        {
            await (step switch
            {
                Statement statement => ExecuteAsync(connection, statement.Sql),
                Rewrite rewrite => RebuildAsync(connection, rewrite),
                _ => throw new NotSupportedException(step.ToString()),
            });
        }
    }

    public ValueTask DisposeAsync() => migrated.DisposeAsync();

    private static async Task<SqliteConnection> OpenAsync(IScratchDatabase database)
    {
        var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Makes the table anew from its own text with one place changed, and everything that was built on it.</summary>
    private static async Task RebuildAsync(SqliteConnection connection, Rewrite rewrite)
    {
        var texts = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = "SELECT sql FROM sqlite_schema WHERE tbl_name = $table AND sql IS NOT NULL ORDER BY type <> 'table', name";
            command.Parameters.AddWithValue("$table", rewrite.Table);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                texts.Add(reader.GetString(0));
            }
        }

        texts[0] = rewrite.Apply(texts[0]);
        await ExecuteAsync(connection, $"DROP TABLE \"{rewrite.Table}\"");
        foreach (var text in texts)
        {
            await ExecuteAsync(connection, text);
        }
    }
}
