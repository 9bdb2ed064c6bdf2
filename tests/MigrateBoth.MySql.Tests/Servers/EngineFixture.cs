using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.MySql.Catalog;
using MigrateBoth.Specification;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Servers;

/// <summary>A running server and the reader under test.</summary>
public sealed class EngineFixture(IScratchServer server) : IEngineFixture
{
    public Engine Engine => Engine.MySql;

    public IScratchServer Server => server;

    public ICatalogReader Reader { get; } = new MySqlCatalogReader();

    public async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new MySqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new MySqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    public async Task<CountedRead> ReadCountingStatementsAsync(string connectionString)
    {
        using var counter = new StatementCounter(new MySqlConnectionStringBuilder(connectionString).Database);
        var schema = await Reader.ReadAsync(connectionString, CancellationToken.None);
        return new CountedRead(schema, counter.Count);
    }
}
