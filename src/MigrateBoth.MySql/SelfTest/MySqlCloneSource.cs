using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Core.SelfTest;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.SelfTest;

/// <summary>Makes copies of a MySQL database from the server's own CREATE statements.</summary>
public sealed class MySqlCloneSource : ICloneSource
{
    private readonly IScratchServer _server;
    private readonly string _collation;
    private readonly IReadOnlyDictionary<string, string> _tables;
    private readonly IReadOnlyList<string> _objects;

    private MySqlCloneSource(IScratchServer server, string collation, IReadOnlyDictionary<string, string> tables, IReadOnlyList<string> objects) =>
        (_server, _collation, _tables, _objects) = (server, collation, tables, objects);

    /// <summary>Reads the statements of a database.</summary>
    /// <exception cref="MigrateBothException">The server cannot be reached, or refuses.</exception>
    public static async Task<MySqlCloneSource> ReadAsync(IScratchServer server, string connectionString, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        var target = MySqlTarget.Parse(connectionString);
        try
        {
            using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
            var statements = new MySqlStatements(connection, cancellationToken);
            var collation = (await statements.ListAsync("SELECT @@collation_database", 0).ConfigureAwait(false))[0];
            var tables = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var table in await statements.ListAsync("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'", 0).ConfigureAwait(false))
            {
                tables[table] = (await statements.ListAsync($"SHOW CREATE TABLE {MySqlTableSql.Quote(table)}", 1).ConfigureAwait(false))[0];
            }

            return new MySqlCloneSource(server, collation, tables, await ObjectsAsync(statements, target.Database).ConfigureAwait(false));
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, target);
        }
    }

    /// <inheritdoc/>
    public async Task<IClone> CloneAsync(CancellationToken cancellationToken)
    {
        var database = await _server.CreateDatabaseAsync("planted", cancellationToken).ConfigureAwait(false);
        try
        {
            using var connection = await MySqlClone.OpenAsync(database, cancellationToken).ConfigureAwait(false);
            var statements = new MySqlStatements(connection, cancellationToken);
            await statements.RunAsync([$"ALTER DATABASE COLLATE {_collation}", .. _tables.Values, .. _objects]).ConfigureAwait(false);
            return new MySqlClone(database, _tables);
        }
        catch (Exception e)
        {
            await database.DisposeAsync().ConfigureAwait(false);
            throw e is MySqlException
                ? new MigrateBothException(ExitCode.Incomplete, "clone-failed", $"The migrated MySQL database could not be copied for the self-test: {e.Message}", null, e)
                : e;
        }
    }

    /// <summary>Views, routines, triggers and events, as the server writes them; the account that made them is not asked for again.</summary>
    private static async Task<IReadOnlyList<string>> ObjectsAsync(MySqlStatements statements, string database)
    {
        var objects = new List<string>();
        async Task AddAsync(string kind, int column, string list, int nameColumn)
        {
            foreach (var name in await statements.ListAsync(list, nameColumn).ConfigureAwait(false))
            {
                var text = (await statements.ListAsync($"SHOW CREATE {kind} {MySqlTableSql.Quote(name)}", column).ConfigureAwait(false))[0];

                // A view names its tables with their database, which the copy does not have.
                objects.Add(text.Replace($"`{database}`.", string.Empty, StringComparison.Ordinal));
            }
        }

        await AddAsync("FUNCTION", 2, "SHOW FUNCTION STATUS WHERE Db = DATABASE()", 1).ConfigureAwait(false);
        await AddAsync("PROCEDURE", 2, "SHOW PROCEDURE STATUS WHERE Db = DATABASE()", 1).ConfigureAwait(false);
        await AddAsync("VIEW", 1, "SHOW FULL TABLES WHERE Table_type = 'VIEW'", 0).ConfigureAwait(false);
        await AddAsync("TRIGGER", 2, "SHOW TRIGGERS", 0).ConfigureAwait(false);
        await AddAsync("EVENT", 3, "SHOW EVENTS WHERE Db = DATABASE()", 1).ConfigureAwait(false);
        return objects;
    }
}
