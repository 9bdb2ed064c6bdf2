using MigrateBoth.Core.Execution;
using MigrateBoth.Sqlite.Rows;

namespace MigrateBoth.Sqlite.Tests.Rows;

public sealed class SqliteExecutionTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    [Theory]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 0 FROM n) SELECT max(i) FROM n", "It was ended after 300 million operations.")]
    [InlineData("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n", "It returns more than 100000 rows.")]
    public async Task A_query_that_never_ends_is_refused_and_the_next_one_runs(string sql, string refusal)
    {
        await using var database = await fixture.Server.CreateDatabaseAsync("endless", CancellationToken.None);
        await using var session = await new SqliteExecution().OpenAsync(database, CancellationToken.None);

        var endless = await session.QueryAsync(sql, CancellationToken.None);
        var next = await session.QueryAsync("SELECT 7", CancellationToken.None);

        Assert.Equal(new Refusal(refusal), endless.Refusal);
        Assert.Equal(7L, Assert.Single(Assert.Single(next.Rows)));
    }
}
