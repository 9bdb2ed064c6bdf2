namespace MigrateBoth.EndToEnd.Tests.Infrastructure;

/// <summary>Tests that share the one installed tool; they run one after the other, as they would on a user's machine.</summary>
[CollectionDefinition(Name)]
public sealed class WithInstalledTool : ICollectionFixture<InstalledTool>
{
    public const string Name = "installed tool";
}
