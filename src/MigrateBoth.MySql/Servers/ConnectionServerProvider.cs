using MigrateBoth.Core.Errors;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.MySql.Connections;
using MigrateBoth.MySql.Scratch;
using MySqlConnector;

namespace MigrateBoth.MySql.Servers;

/// <summary>A server that was given by connection string. Nothing on it is touched but the scratch databases made there.</summary>
internal sealed class ConnectionServerProvider(string connectionString, ILease lease) : IMySqlServerProvider
{
    /// <summary>A name of the kind that will be made, to ask the grants about.</summary>
    private const string ExampleName = "migrateboth_0123456789ab_model";

    public string Description => "given server";

    public async Task<MySqlScratchServer> StartAsync(CancellationToken cancellationToken)
    {
        var target = MySqlTarget.Parse(connectionString).WithDatabase(string.Empty);
        var server = await MySqlScratchServer.ConnectAsync(target, new ServerOrigin("connection"), lease, server: null, cancellationToken).ConfigureAwait(false);
        await RequireGrantsAsync(target, server.Flavor, cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>Said at once, not after a minute of building.</summary>
    private static async Task RequireGrantsAsync(MySqlTarget target, ServerFlavor flavor, CancellationToken cancellationToken)
    {
        try
        {
            using var connection = await target.OpenAsync(cancellationToken).ConfigureAwait(false);
            var role = await ReadAsync(connection, "SELECT CURRENT_ROLE()", cancellationToken).ConfigureAwait(false);
            var lines = await ReadAsync(connection, CatalogQueries.Grants(flavor, role[0]), cancellationToken).ConfigureAwait(false);
            var grants = GrantSet.Parse(lines.OfType<string>(), ExampleName);
            if (grants.HasAny("CREATE") && grants.HasAny("DROP"))
            {
                return;
            }

            var account = (await ReadAsync(connection, "SELECT CONCAT(QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', 1)), '@', QUOTE(SUBSTRING_INDEX(CURRENT_USER(), '@', -1)))", cancellationToken).ConfigureAwait(false))[0];
            throw new MigrateBothException(
                ExitCode.Incomplete,
                "mysql-grant-missing",
                $"Account {account} at {target.Endpoint} may not create and drop scratch databases.",
                $"Run: GRANT ALL PRIVILEGES ON {ScratchDatabaseNames.GrantPattern} TO {account};  Only databases of that name are made and dropped.");
        }
        catch (MySqlException e)
        {
            throw MySqlFailures.Describe(e, target);
        }
    }

    private static async Task<IReadOnlyList<string?>> ReadAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var values = new List<string?>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            values.Add(reader.IsDBNull(0) ? null : reader.GetString(0));
        }

        return values;
    }
}
