using System.Text.RegularExpressions;
using MigrateBoth.Core.Rules;
using MigrateBoth.MySql.Tests.Servers;
using MySqlConnector;

namespace MigrateBoth.MySql.Tests.Catalog;

/// <summary>docs/catalog-mysql.md says of every column of the catalog tables that are read what becomes of it; the server says which columns there are.</summary>
public abstract partial class CatalogColumnsTests(ServerFixture fixture)
{
    [Fact]
    public async Task Every_column_that_the_server_has_is_on_the_page()
    {
        var page = Page();
        var there = await ColumnsAsync(page.Keys.Select(column => column.Split('.')[0]).Distinct());

        Assert.Empty(there.Except(page.Keys));
    }

    [Fact]
    public void A_column_is_compared_by_rules_that_exist_or_left_out_for_a_reason()
    {
        foreach (var (column, (what, text)) in Page())
        {
            Assert.True(what is "compared" or "left out", column);
            Assert.True(what == "left out" ? text.Length > 8 : text.Split(", ").All(RuleSet.ById.ContainsKey), $"{column}: {text}");
        }
    }

    protected async Task<HashSet<string>> ColumnsAsync(IEnumerable<string> tables)
    {
        await using var connection = new MySqlConnection(fixture.ConnectionString);
        await connection.OpenAsync();
        var names = string.Join(", ", tables.Select(table => $"'{table}'"));
        await using var command = new MySqlCommand($"SELECT CONCAT(TABLE_NAME, '.', COLUMN_NAME) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'information_schema' AND TABLE_NAME IN ({names})", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }

    protected static Dictionary<string, (string What, string Text)> Page() =>
        Row().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "catalog-mysql.md")))
            .ToDictionary(row => row.Groups[1].Value, row => (row.Groups[2].Value, row.Groups[3].Value), StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

[Collection(OnMySql.Name)]
public sealed class MySqlCatalogColumnsTests(MySqlFixture fixture) : CatalogColumnsTests(fixture)
{
    /// <summary>The newest server has them all, but for what only MariaDB has.</summary>
    [Fact]
    public async Task No_column_is_on_the_page_that_no_server_has()
    {
        string[] mariaDb = ["CHECK_CONSTRAINTS.LEVEL", "CHECK_CONSTRAINTS.TABLE_NAME", "COLUMNS.IS_GENERATED", "SCHEMATA.SCHEMA_COMMENT", "STATISTICS.IGNORED", "TABLES.MAX_INDEX_LENGTH", "TABLES.TEMPORARY", "VIEWS.ALGORITHM"];

        Assert.Equal(mariaDb, Page().Keys.Except(await ColumnsAsync(Page().Keys.Select(column => column.Split('.')[0]).Distinct())).Order(StringComparer.Ordinal));
    }
}

[Collection(OnMariaDb.Name)]
public sealed class MariaDbCatalogColumnsTests(MariaDbFixture fixture) : CatalogColumnsTests(fixture);
