using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Reads EF Core's history table in a MySQL or MariaDB database.</summary>
/// <param name="historyTable">The table's name.</param>
public sealed class MySqlHistoryTableReader(string historyTable = "__EFMigrationsHistory") : IHistoryTableReader
{
    /// <inheritdoc/>
    public Engine Engine => Engine.MySql;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> ReadAsync(string connectionString, CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(connectionString);
        try
        {
            using var connection = await ReadOnlySession.OpenAsync(target, cancellationToken).ConfigureAwait(false);
            using var command = new MySqlCommand($"SELECT `MigrationId` FROM `{historyTable.Replace("`", "``", StringComparison.Ordinal)}`", connection);
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            var ids = new List<string>();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                ids.Add(reader.GetString(0));
            }

            return [.. ids.Order(StringComparer.Ordinal)];
        }
        catch (MySqlException e) when (e.ErrorCode == MySqlErrorCode.NoSuchTable)
        {
            return null;
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, target);
        }
    }
}
