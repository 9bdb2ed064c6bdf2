using MigrateBoth.Core;
using MigrateBoth.Core.Comparison;
using MigrateBoth.Core.Findings;
using MigrateBoth.Core.Stages;
using MigrateBoth.Detection.Tests.Servers;
using MigrateBoth.Detection.Tests.Shop;

namespace MigrateBoth.Detection.Tests;

/// <summary>The control: where nothing was planted nothing is found, not even what would only be worth knowing.</summary>
[Collection(OnShop.Name)]
public sealed class SoundSampleTests(ShopFixture shop)
{
    [ShopTheory]
    [InlineData(StageNames.History)]
    [InlineData(StageNames.Drift)]
    [InlineData(StageNames.Parity)]
    public void Nothing_is_found_in_the_sample(string stage)
    {
        var verdict = shop.Judge(shop.Migrated);

        Assert.Empty(verdict.Items);
        Assert.Equal(StageStatus.Passed, verdict.StatusOf(stage, Severity.Info));
        Assert.InRange(verdict.Stages.Single(result => result.Name == stage).Checked, 1000, int.MaxValue);
    }

    [ShopTheory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.MySql)]
    public async Task A_copy_is_the_original_until_something_is_planted(Engine engine)
    {
        await using var copy = await shop[engine].CopyAsync();

        var schema = await shop[engine].Reader.ReadAsync(copy.ConnectionString, CancellationToken.None);

        var comparison = SchemaComparer.Compare(shop.Migrated[engine], schema, SameEngineProfile.Full);
        Assert.Empty(comparison.Differences);
        Assert.InRange(comparison.FactsCompared, 1000, int.MaxValue);
    }
}
