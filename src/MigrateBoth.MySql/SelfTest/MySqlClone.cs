using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>One database, put in order again after each defect by recreating just the table that was altered.</summary>
internal sealed class MySqlClone(IScratchDatabase database, IReadOnlyDictionary<string, string> tables) : IClone
{
    public string ConnectionString => database.ConnectionString;

    /// <summary>A connection that does not look at foreign keys: a table that is recreated is gone for a moment.</summary>
    internal static async Task<MySqlConnection> OpenAsync(IScratchDatabase database, CancellationToken cancellationToken)
    {
        var connection = await MySqlTarget.Parse(database.ConnectionString).OpenAsync(cancellationToken).ConfigureAwait(false);
        var statements = new MySqlStatements(connection, cancellationToken);
        await statements.RunAsync(["SET SESSION FOREIGN_KEY_CHECKS = 0"]).ConfigureAwait(false);
        try
        {
            await statements.RunAsync(["SET SESSION restrict_fk_on_non_standard_key = 0"]).ConfigureAwait(false);
        }
        catch (MySqlException)
        {
            // Servers before 8.4 do not know it and do not restrict; where it may not be set, some defects are refused, and reported as that.
        }

        return connection;
    }

    public async Task<string?> PlantAsync(SchemaEdit edit, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(database, cancellationToken).ConfigureAwait(false);
        try
        {
            await new MySqlStatements(connection, cancellationToken).RunAsync(edit switch
            {
                ReplaceTable replace => [Drop(replace.Original.Name), MySqlTableSql.Create(replace.Planted)],
                DropTable drop => [Drop(drop.Table.Name)],
                AddTable add => [MySqlTableSql.Create(add.Table)],
                RenameTable rename => [$"RENAME TABLE {Quote(rename.Table.Name)} TO {Quote(rename.NewName)}"],
                RunStatements run => run.Plant,
                _ => throw new NotSupportedException(edit.ToString()),
            }).ConfigureAwait(false);
            return null;
        }
        catch (MySqlException e)
        {
            return e.Message;
        }
    }

    public async Task RestoreAsync(SchemaEdit edit, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(database, cancellationToken).ConfigureAwait(false);
        await new MySqlStatements(connection, cancellationToken).RunAsync(edit switch
        {
            ReplaceTable replace => [Drop(replace.Original.Name), tables[replace.Original.Name]],
            DropTable drop => [Drop(drop.Table.Name), tables[drop.Table.Name]],
            AddTable add => [Drop(add.Table.Name)],
            RenameTable rename => [Drop(rename.NewName), Drop(rename.Table.Name), tables[rename.Table.Name]],
            RunStatements run => run.Undo,
            _ => throw new NotSupportedException(edit.ToString()),
        }).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private static string Drop(string table) => $"DROP TABLE IF EXISTS {Quote(table)}";

    private static string Quote(string name) => MySqlTableSql.Quote(name);
}

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
