using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.SelfTest;

/// <summary>Makes copies of a SQLite database from the statements in its own catalog.</summary>
/// <param name="server">Where the copies are made.</param>
/// <param name="statements">The statements, in the order in which they work.</param>
public sealed class SqliteCloneSource(IScratchServer server, IReadOnlyList<string> statements) : ICloneSource
{
    /// <summary>Reads the statements of a database.</summary>
    public static async Task<SqliteCloneSource> ReadAsync(IScratchServer server, string connectionString, CancellationToken cancellationToken)
    {
        using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var command = connection.CreateCommand();

        // What belongs to a virtual table comes with it; what SQLite names by itself comes with its table.
        command.CommandText = """
            SELECT m.sql FROM sqlite_schema m LEFT JOIN pragma_table_list t ON t.schema = 'main' AND t.name = m.name
            WHERE m.sql IS NOT NULL AND m.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND ifnull(t.type, '') <> 'shadow'
            ORDER BY CASE m.type WHEN 'table' THEN 1 WHEN 'index' THEN 2 WHEN 'view' THEN 3 ELSE 4 END, m.rowid
            """;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var statements = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            statements.Add(reader.GetString(0));
        }

        return new SqliteCloneSource(server, statements);
    }

    /// <inheritdoc/>
    public async Task<IClone> CloneAsync(CancellationToken cancellationToken)
    {
        var pristine = await server.CreateDatabaseAsync("pristine", cancellationToken).ConfigureAwait(false);
        try
        {
            var clone = new SqliteClone(server, pristine, await server.CreateDatabaseAsync("planted", cancellationToken).ConfigureAwait(false));
            await Task.Run(() => clone.Fill(statements), cancellationToken).ConfigureAwait(false);
            return clone;
        }
        catch
        {
            await pristine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
