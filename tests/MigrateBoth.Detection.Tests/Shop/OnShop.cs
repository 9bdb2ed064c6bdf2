namespace MigrateBoth.Detection.Tests.Shop;

/// <summary>The sample is migrated once for all tests.</summary>
[CollectionDefinition(Name)]
public sealed class OnShop : ICollectionFixture<ShopFixture>
{
    public const string Name = "Shop";
}
