using MigrateBoth.Core;
using MigrateBoth.Core.Model;
using MigrateBoth.Core.Schema;
using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>Reads EF Core's history table in a MySQL or MariaDB database.</summary>
/// <param name="historyTable">The table's name.</param>
/// <param name="idColumn">The column that holds the ids.</param>
public sealed class MySqlHistoryTableReader(string historyTable = "__EFMigrationsHistory", string idColumn = EngineModel.DefaultHistoryIdColumn) : IHistoryTableReader
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
            using var command = new MySqlCommand($"SELECT {Quoted(idColumn)} FROM {Quoted(historyTable)}", connection);
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

    private static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
