using System.Text.Json;
using MigrateBoth.Core.Schema;

namespace MigrateBoth.Sqlite.Tests.Generated;

/// <summary>Any table that can be described can be written, made, read, and is then the same.</summary>
public sealed class RandomSchemaTests(SqliteFixture fixture) : IClassFixture<SqliteFixture>
{
    /// <summary>More on request: a number of seeds to run beside the usual ones.</summary>
    private const string MoreVariable = "MIGRATEBOTH_RANDOM_SCHEMAS";

    public static TheoryData<int> Seeds { get; } =
        [.. Enumerable.Range(1, 60 + (int.TryParse(Environment.GetEnvironmentVariable(MoreVariable), out var more) ? more : 0))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_random_schema_is_read_as_it_was_made(int seed)
    {
        var dice = new Random(seed);
        var tables = new RandomTables(dice).Make(8);
        var scripts = tables.Select(new RandomScript(dice).Write).ToList();
        await using var database = await fixture.Server.CreateDatabaseAsync("random", CancellationToken.None);
        foreach (var script in scripts)
        {
            await fixture.ExecuteAsync(database.ConnectionString, script);
        }

        var schema = await fixture.Reader.ReadAsync(database.ConnectionString, CancellationToken.None);

        Assert.Empty(schema.Unread);
        Assert.Equal(tables.Count, schema.Tables.Count);
        foreach (var (table, script) in tables.Zip(scripts))
        {
            var (expected, actual) = (Text(table), Text(schema.Tables.Single(t => t.Name == table.Name)));
            Assert.True(expected == actual, $"seed {seed}\n{script}\nexpected {expected}\nread     {actual}");
        }
    }

    /// <summary>The table without what it does not promise to keep: SQLite writes its own types in upper case.</summary>
    private static string Text(Table table) => JsonSerializer.Serialize(table with
    {
        Columns = [.. table.Columns.Select(c => c with { Type = c.Type with { Text = string.Empty }, Default = c.Default is { } d ? d with { Text = string.Empty } : null })],
        UniqueConstraints = [.. table.UniqueConstraints.OrderBy(u => u.Name, StringComparer.Ordinal).ThenBy(u => string.Join('\n', u.Columns), StringComparer.Ordinal)],
        Indexes = [.. table.Indexes.OrderBy(i => i.Name, StringComparer.Ordinal)],
        ForeignKeys = [.. table.ForeignKeys.OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => JsonSerializer.Serialize(f), StringComparer.Ordinal)],
        Checks = [.. table.Checks.OrderBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.Expression, StringComparer.Ordinal)],
        Options = new SortedDictionary<string, string>(table.Options.ToDictionary(), StringComparer.Ordinal),
    });
}
