using MigrateBoth.Core;
using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>
/// Reads the catalog of a MySQL or MariaDB database out of information_schema: nine queries, one connection, in a session that the
/// server itself keeps from writing.
/// </summary>
/// <param name="historyTable">The name of EF Core's history table, which is not part of the schema.</param>
public sealed class MySqlCatalogReader(string historyTable = "__EFMigrationsHistory") : ICatalogReader
{
    private const int Attempts = 3;

    /// <inheritdoc/>
    public Engine Engine => Engine.MySql;

    /// <inheritdoc/>
    public async Task<DatabaseSchema> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(connectionString);
        if (target.Database.Length == 0)
        {
            throw new MigrateBothException(
                ExitCode.Configuration,
                "mysql-database-missing",
                $"The connection string for {target} names no database to read.",
                "Add Database=NAME to it.");
        }

        try
        {
            using var connection = await ReadOnlySession.OpenAsync(target, cancellationToken).ConfigureAwait(false);
            return await ReadAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, target);
        }
    }

    private async Task<DatabaseSchema> ReadAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var flavor = ServerFlavor.Parse(connection.ServerVersion);
        for (var attempt = 1; ; attempt++)
        {
            var rows = await new CatalogConnection(connection).ReadAsync(flavor, cancellationToken).ConfigureAwait(false);
            if (CatalogConsistency.Contradiction(rows) is not { } contradiction)
            {
                return SchemaBuilder.Build(await new ExactTexts(connection, flavor).CompleteAsync(rows, cancellationToken).ConfigureAwait(false), flavor, historyTable);
            }

            if (attempt == Attempts)
            {
                throw new MigrateBothException(
                    ExitCode.Incomplete,
                    "mysql-catalog-changing",
                    $"The schema of '{rows.Database.Name}' was changed while it was read, {Attempts} times in a row: {contradiction}.",
                    "Run the command again when no migration is being applied.");
            }
        }
    }
}
