using MigrateBoth.MySql.Connections;
using MySqlConnector;

namespace MigrateBoth.MySql.Catalog;

/// <summary>A connection in which the server refuses every write, so that reading somebody's production database can change nothing.</summary>
internal static class ReadOnlySession
{
    // Every statement of the session is a transaction of its own, and each of them is one that may only read (error 1792 otherwise).
    private const string NoWrites = "SET SESSION TRANSACTION READ ONLY";

    // A primary key that the server adds to tables without one is no part of what migrations build.
    private const string NoGeneratedKeys = "SET SESSION show_gipk_in_create_table_and_information_schema = OFF";

    /// <summary>Opens one; failures are the provider's own.</summary>
    public static Task<MySqlConnection> OpenAsync(MySqlTarget target, CancellationToken cancellationToken) => target.OpenAsync(
        connection => ServerFlavor.Parse(connection.ServerVersion).GeneratesPrimaryKeys ? $"{NoWrites}; {NoGeneratedKeys}" : NoWrites, cancellationToken);
}
