using MySqlConnector;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>Statements on one connection.</summary>
internal sealed class MySqlStatements(MySqlConnection connection, CancellationToken cancellationToken)
{
    public async Task RunAsync(IEnumerable<string> statements)
    {
        foreach (var statement in statements)
        {
            using var command = new MySqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>One column of all rows.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string sql, int column)
    {
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var items = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            items.Add(reader.GetString(column));
        }

        return items;
    }
}
