using MigrateBoth.Core;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Detection.Tests.Defects;
using MigrateBoth.Detection.Tests.Planting;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Detection.Tests.Shop;

namespace MigrateBoth.Detection.Tests;

/// <summary>Each defect by itself in a copy of the migrated sample: all that must be found is found, there and nowhere else.</summary>
[Collection(OnShop.Name)]
public sealed class PlantedDefectTests(ShopFixture shop)
{
    public static TheoryData<string> Sqlite => [.. DefectCatalogue.Sqlite.Select(defect => defect.What)];

    public static TheoryData<string> MySql => [.. DefectCatalogue.MySql.Select(defect => defect.What)];

    [ShopTheory]
    [MemberData(nameof(Sqlite))]
    public Task On_sqlite_is_found_and_nothing_else(string defect) => FindAsync(DefectCatalogue.Sqlite.Single(planted => planted.What == defect));

    [ShopTheory]
    [MemberData(nameof(MySql))]
    public Task On_mysql_is_found_and_nothing_else(string defect) => FindAsync(DefectCatalogue.MySql.Single(planted => planted.What == defect));

    private async Task FindAsync(PlantedDefect defect)
    {
        var verdict = await shop.PlantAsync(defect);

        var expected = defect.ExpectedItems.ToList();
        Assert.Equal(Lines(expected), Lines(verdict.Items));
        foreach (var stage in new[] { StageNames.Drift, StageNames.Parity })
        {
            foreach (var failOn in Enum.GetValues<Severity>())
            {
                Assert.Equal((stage, failOn, StatusOf(expected.Where(item => item.Stage == stage && item.Severity >= failOn))), (stage, failOn, verdict.StatusOf(stage, failOn)));
            }
        }
    }

    private static string Lines(IEnumerable<FoundItem> items) => string.Join('\n', items.Select(item => item.ToString()).Order(StringComparer.Ordinal));

    private static StageStatus StatusOf(IEnumerable<FoundItem> items) => items.Aggregate(
        StageStatus.Passed,
        (status, item) => item.IsUnverified || status == StageStatus.Incomplete ? StageStatus.Incomplete : StageStatus.Failed);
}
