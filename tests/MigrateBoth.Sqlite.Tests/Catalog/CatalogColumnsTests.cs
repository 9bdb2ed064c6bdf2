using System.Text.RegularExpressions;
using MigrateBoth.Core.Rules;
using Microsoft.Data.Sqlite;

namespace MigrateBoth.Sqlite.Tests.Catalog;

/// <summary>docs/catalog-sqlite.md says of every column of the catalog that is read what becomes of it; the library says which columns there are.</summary>
public sealed partial class CatalogColumnsTests
{
    [Fact]
    public async Task The_page_has_exactly_the_columns_that_the_library_has()
    {
        var page = Page();
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var there = new List<string>();
        foreach (var source in page.Select(row => row.Column.Split('.')[0]).Distinct())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = source.StartsWith("pragma_", StringComparison.Ordinal) && source != "pragma_table_list" ? $"SELECT * FROM {source}('sqlite_schema')" : $"SELECT * FROM {source}";
            await using var reader = await command.ExecuteReaderAsync();
            there.AddRange(Enumerable.Range(0, reader.FieldCount).Select(column => $"{source}.{reader.GetName(column)}"));
        }

        Assert.Equal(there, page.Select(row => row.Column));
    }

    [Fact]
    public void A_column_is_compared_by_rules_that_exist_or_left_out_for_a_reason() => Assert.All(
        Page(), row => Assert.True(row.What == "left out" ? row.Text.Length > 8 : row.What == "compared" && row.Text.Split(", ").All(RuleSet.ById.ContainsKey), row.Column));

    private static List<(string Column, string What, string Text)> Page() =>
        [.. Row().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "catalog-sqlite.md"))).Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value))];

    [GeneratedRegex(@"^\| `([^`]+)` \| ([^|]*) \| ([^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
