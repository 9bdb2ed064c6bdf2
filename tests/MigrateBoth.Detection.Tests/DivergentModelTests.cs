using System.Text.RegularExpressions;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Detection.Tests.Limits;
using MigrateBoth.Detection.Tests.Shop;

namespace MigrateBoth.Detection.Tests;

/// <summary>docs/limits.md says what is found and what is not; here it is held to that.</summary>
[Collection(OnShop.Name)]
public sealed partial class DivergentModelTests(ShopFixture shop)
{
    [ShopFact]
    public async Task A_model_that_heeds_no_advice_gets_the_documented_findings_and_no_other()
    {
        var (models, verdict) = await shop.JudgeModelAsync(RealApplication.Divergent);

        // It has no migrations at all, which is not the matter here.
        var found = verdict.Items.Where(item => item.Rule != "MB110")
            .GroupBy(item => RowOf(item.Object), item => item.Rule)
            .ToDictionary(group => group.Key, group => group.Distinct().Order(StringComparer.Ordinal));
        var planted = models.Sqlite.Tables.Select(table => RowOf(table.Name)).Concat(models.Sqlite.Views.Select(RowOf)).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.InRange(planted.Count, 50, 83);
        Assert.Equal(
            planted.Select(id => $"{id}: {string.Join(", ", LimitsPage.Rows.Single(row => row.Id == id).Rules)}"),
            planted.Select(id => $"{id}: {string.Join(", ", found.GetValueOrDefault(id) ?? Enumerable.Empty<string>())}"));
        Assert.Empty(found.Keys.Except(planted));
    }

    /// <summary>A table is named after its row.</summary>
    private static string RowOf(string path) => Row().Match(path) is { Success: true } match ? $"S-{match.Groups[1].Value}" : path;

    [GeneratedRegex(@"^S(\d\d)")]
    private static partial Regex Row();
}
