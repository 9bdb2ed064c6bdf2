using MigrateBoth.Core;
using MigrateBoth.Core.Schema;
using MigrateBoth.Core.Scratch;
using MigrateBoth.Specification;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace MigrateBoth.Sqlite.Tests;

/// <summary>Real SQLite in scratch files.</summary>
public sealed class SqliteFixture : IEngineFixture, IAsyncLifetime
{
    private readonly string _state = Directory.CreateTempSubdirectory("sqlite-tests-").FullName;

    public SqliteFixture()
    {
        Leases = new LeaseStore(_state);
        Server = SqliteScratchServer.Start(Leases.Open());
    }

    public Engine Engine => Engine.Sqlite;

    public IScratchServer Server { get; }

    public ICatalogReader Reader { get; } = new SqliteCatalogReader();

    internal LeaseStore Leases { get; }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Directory.Delete(_state, recursive: true);
    }

    public async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Counts what SQLite itself says it runs. A PRAGMA asked for as a table is traced as a comment, once per table.</summary>
    public async Task<CountedRead> ReadCountingStatementsAsync(string connectionString)
    {
        var statements = 0;
        var reader = new SqliteCatalogReader(
            SqliteCatalogReader.DefaultHistoryTable,
            connection => raw.sqlite3_trace(
                connection.Handle,
                (_, sql) => statements += sql.StartsWith("--", StringComparison.Ordinal) ? 0 : 1,
                null));
        var schema = await reader.ReadAsync(connectionString, CancellationToken.None);
        return new CountedRead(schema, statements);
    }
}
